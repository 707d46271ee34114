-- AlterTable
ALTER TABLE "member_topics" ADD COLUMN     "misses" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "thanks_visitor_id_idx" ON "thanks"("visitor_id");
