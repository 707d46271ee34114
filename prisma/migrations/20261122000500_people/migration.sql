-- AlterTable
ALTER TABLE "members" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "members_picture_key_key" ON "members"("picture_key");
