-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "first_helper_id" TEXT,
ADD COLUMN     "mails_stopped_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "left_turns" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "for_member_id" TEXT,
    "for_until" TIMESTAMPTZ(3),
    "claimed_by_id" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" TEXT,
    "kept" BOOLEAN,
    "due_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "left_turns_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "left_turns_brand_id_since_idx" ON "left_turns"("brand_id", "since");

-- CreateIndex
CREATE INDEX "left_turns_due_at_idx" ON "left_turns"("due_at");

-- CreateIndex
CREATE INDEX "left_turns_for_member_id_idx" ON "left_turns"("for_member_id");

-- CreateIndex
CREATE INDEX "left_turns_claimed_by_id_idx" ON "left_turns"("claimed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "left_turns_question_id_turn_key" ON "left_turns"("question_id", "turn");

-- AddForeignKey
ALTER TABLE "left_turns" ADD CONSTRAINT "left_turns_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "left_turns" ADD CONSTRAINT "left_turns_for_member_id_fkey" FOREIGN KEY ("for_member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "left_turns" ADD CONSTRAINT "left_turns_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema language cannot say ----------------------------------------------------------------------

ALTER TABLE "left_turns" ADD CONSTRAINT "left_turns_turn" CHECK ("turn" >= 1);
-- Who writes an answer holds it for a while, never for ever.
ALTER TABLE "left_turns" ADD CONSTRAINT "left_turns_claim" CHECK ("claimed_by_id" IS NULL OR "claimed_until" IS NOT NULL);
-- One stated delay runs at a time.
CREATE UNIQUE INDEX "left_turns_one_open" ON "left_turns" ("question_id") WHERE "answered_at" IS NULL;

-- What was left before there were turns.
INSERT INTO "left_turns" ("brand_id", "question_id", "turn", "since", "answer_by", "answered_at", "answered_by_id", "kept", "due_at")
SELECT q."brand_id", q."id", 1, q."left_at", q."answer_by", q."answered_at",
  (SELECT e."member_id" FROM "routing_events" e WHERE e."question_id" = q."id" AND e."kind" = 'answered' ORDER BY e."id" LIMIT 1),
  q."left_kept", CASE WHEN q."state" = 'left' AND q."left_kept" IS NULL THEN q."answer_by" END
FROM "questions" q WHERE q."left_at" IS NOT NULL AND q."answer_by" IS NOT NULL;
