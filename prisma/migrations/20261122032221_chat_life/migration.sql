-- AlterTable
ALTER TABLE "chats" ADD COLUMN     "handover_reason" TEXT,
ADD COLUMN     "handover_to" "QuestionAudience",
ADD COLUMN     "handover_to_id" TEXT,
ADD COLUMN     "idle_at" TIMESTAMPTZ(3),
ADD COLUMN     "idle_warned_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "handover_by_id" TEXT,
ADD COLUMN     "handover_reason" TEXT,
ADD COLUMN     "preferred_member_id" TEXT;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_handover_to_id_fkey" FOREIGN KEY ("handover_to_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_preferred_member_id_fkey" FOREIGN KEY ("preferred_member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_handover_by_id_fkey" FOREIGN KEY ("handover_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Those that run are looked at for silence from now on, by the default.
UPDATE "chats" SET "idle_at" = now() + interval '10 minutes'
  WHERE "state" = 'open' AND EXISTS (SELECT 1 FROM "segments" s WHERE s."chat_id" = "chats"."id" AND s."state" = 'open');
-- A proposal that waits goes to staff, as every one did.
UPDATE "chats" SET "handover_to" = 'staff' WHERE "handover_at" IS NOT NULL;

ALTER TABLE "chats" ADD CONSTRAINT "chats_idle" CHECK ("idle_warned_at" IS NULL OR "idle_at" IS NOT NULL);
ALTER TABLE "chats" ADD CONSTRAINT "chats_handover" CHECK ("handover_at" IS NULL OR "handover_to" IS NOT NULL);
CREATE INDEX "chats_idle_due" ON "chats" ("idle_at") WHERE "state" = 'open' AND "idle_at" IS NOT NULL;
-- What a member's leaving clears is found without reading the table.
CREATE INDEX "chats_handover_to_id" ON "chats" ("handover_to_id") WHERE "handover_to_id" IS NOT NULL;
CREATE INDEX "questions_preferred_member_id" ON "questions" ("preferred_member_id") WHERE "preferred_member_id" IS NOT NULL;
CREATE INDEX "questions_handover_by_id" ON "questions" ("handover_by_id") WHERE "handover_by_id" IS NOT NULL;
