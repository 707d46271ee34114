-- CreateEnum
CREATE TYPE "OwnershipProof" AS ENUM ('order', 'token', 'checked');

-- CreateEnum
CREATE TYPE "Lasting" AS ENUM ('yes', 'partly', 'no');

-- AlterTable
ALTER TABLE "member_topics" ADD COLUMN     "faded" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lasting" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ownerships" ADD COLUMN     "proof" "OwnershipProof",
ADD COLUMN     "proof_key" TEXT,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3),
ADD COLUMN     "proven_by_id" TEXT;

-- AlterTable
ALTER TABLE "ratings" ADD COLUMN     "shows_words" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "thanks" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_by_self" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ownership_claims" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "order_number" TEXT,
    "stated_at" TIMESTAMPTZ(3) NOT NULL,
    "declined_at" TIMESTAMPTZ(3),
    "declined_for" TEXT,

    CONSTRAINT "ownership_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_profiles" (
    "member_id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "line" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "public_profiles_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "thanks_returns" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "rating_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "email" TEXT,
    "token_hash" TEXT,
    "ask_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "answer" "Lasting",
    "words" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "thanks_returns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letters" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ownership_claims_brand_id_stated_at_idx" ON "ownership_claims"("brand_id", "stated_at");

-- CreateIndex
CREATE UNIQUE INDEX "ownership_claims_member_id_product_key" ON "ownership_claims"("member_id", "product");

-- CreateIndex
CREATE UNIQUE INDEX "public_profiles_brand_id_slug_key" ON "public_profiles"("brand_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "thanks_returns_rating_id_key" ON "thanks_returns"("rating_id");

-- CreateIndex
CREATE UNIQUE INDEX "thanks_returns_token_hash_key" ON "thanks_returns"("token_hash");

-- CreateIndex
CREATE INDEX "thanks_returns_member_id_answered_at_idx" ON "thanks_returns"("member_id", "answered_at");

-- CreateIndex
CREATE INDEX "thanks_returns_visitor_id_idx" ON "thanks_returns"("visitor_id");

-- CreateIndex
CREATE UNIQUE INDEX "letters_member_id_kind_month_key" ON "letters"("member_id", "kind", "month");

-- CreateIndex
CREATE UNIQUE INDEX "ownerships_proof_key_key" ON "ownerships"("proof_key");

-- CreateIndex
CREATE INDEX "ownerships_proven_by_id_idx" ON "ownerships"("proven_by_id");

-- CreateIndex
CREATE INDEX "thanks_brand_id_thanked_at_idx" ON "thanks"("brand_id", "thanked_at");

-- AddForeignKey
ALTER TABLE "ownership_claims" ADD CONSTRAINT "ownership_claims_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_profiles" ADD CONSTRAINT "public_profiles_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks_returns" ADD CONSTRAINT "thanks_returns_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks_returns" ADD CONSTRAINT "thanks_returns_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks_returns" ADD CONSTRAINT "thanks_returns_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letters" ADD CONSTRAINT "letters_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_proven_by_id_fkey" FOREIGN KEY ("proven_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "public_profiles" ADD CONSTRAINT "public_profiles_words"
  CHECK (char_length("line") <= 200 AND char_length("place") <= 60);
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("kind" IN ('expert', 'manager'));
ALTER TABLE "letters" ADD CONSTRAINT "letters_month" CHECK (extract(day FROM "month") = 1);
-- Who looked at an order's number keeps none of it.
ALTER TABLE "ownership_claims" ADD CONSTRAINT "ownership_claims_order"
  CHECK ("declined_at" IS NULL OR "order_number" IS NULL);
-- An address is kept until it was written to, and no longer; an answer says when it was given.
ALTER TABLE "thanks_returns" ADD CONSTRAINT "thanks_returns_email" CHECK ("asked_at" IS NULL OR "email" IS NULL);
ALTER TABLE "thanks_returns" ADD CONSTRAINT "thanks_returns_answer"
  CHECK (("answer" IS NULL) = ("answered_at" IS NULL) AND ("words" IS NULL OR "answer" IS NOT NULL));
CREATE INDEX "thanks_returns_due_idx" ON "thanks_returns" ("ask_at") WHERE "asked_at" IS NULL AND "email" IS NOT NULL;
CREATE TRIGGER "thanks_returns_of_erased" BEFORE INSERT ON "thanks_returns"
  FOR EACH ROW EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "thanks_returns_words_of_erased" BEFORE UPDATE OF "email", "words", "token_hash" ON "thanks_returns"
  FOR EACH ROW WHEN (NEW.email IS NOT NULL OR NEW.words IS NOT NULL OR NEW.token_hash IS NOT NULL)
  EXECUTE FUNCTION refuse_erased();
