-- AlterTable
ALTER TABLE "awards" ADD COLUMN     "withdrawn_by_id" TEXT;

-- AlterTable
ALTER TABLE "badges" ADD COLUMN     "past_rules" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "rule_since" TIMESTAMPTZ(3),
ADD COLUMN     "series" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

UPDATE "badges" SET "series" = regexp_replace("key", '-[123]$', '');
ALTER TABLE "badges" ALTER COLUMN "series" SET NOT NULL;

-- AlterTable
ALTER TABLE "thanks" ADD COLUMN     "from_member_id" TEXT;

-- CreateTable
CREATE TABLE "reviews" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "other_id" TEXT,
    "outcome" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_items" (
    "thanks_id" TEXT NOT NULL,
    "review_id" TEXT NOT NULL,
    "is_held" BOOLEAN NOT NULL,

    CONSTRAINT "review_items_pkey" PRIMARY KEY ("thanks_id")
);

-- CreateTable
CREATE TABLE "network_traces" (
    "brand_id" TEXT NOT NULL,
    "holder_id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_traces_pkey" PRIMARY KEY ("brand_id","holder_id","network","browser")
);

-- CreateIndex
CREATE INDEX "reviews_brand_id_decided_at_idx" ON "reviews"("brand_id", "decided_at");

-- CreateIndex
CREATE INDEX "reviews_member_id_idx" ON "reviews"("member_id");

-- CreateIndex
CREATE INDEX "review_items_review_id_idx" ON "review_items"("review_id");

-- CreateIndex
CREATE INDEX "network_traces_brand_id_network_idx" ON "network_traces"("brand_id", "network");

-- CreateIndex
CREATE INDEX "network_traces_seen_at_idx" ON "network_traces"("seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "badges_brand_id_series_level_key" ON "badges"("brand_id", "series", "level");

-- CreateIndex
CREATE INDEX "thanks_from_member_id_idx" ON "thanks"("from_member_id");

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_thanks_id_fkey" FOREIGN KEY ("thanks_id") REFERENCES "thanks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_traces" ADD CONSTRAINT "network_traces_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "awards" SET "withdrawn_for" = '' WHERE "withdrawn_at" IS NOT NULL AND "withdrawn_for" IS NULL;
ALTER TABLE "awards" ADD CONSTRAINT "awards_withdrawn"
  CHECK (("withdrawn_at" IS NULL) = ("withdrawn_for" IS NULL));
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_kind"
  CHECK ("kind" IN ('self', 'browser', 'network', 'swap', 'burst', 'visitor'));
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_outcome"
  CHECK (("outcome" IS NULL) = ("decided_at" IS NULL) AND "outcome" IN ('counts', 'refused'));
-- What looks alike goes into one open review, however many thanks come at once.
CREATE UNIQUE INDEX "reviews_open" ON "reviews"("member_id", "kind", coalesce("other_id", '')) WHERE "decided_at" IS NULL;
