-- AlterTable
ALTER TABLE "flags" ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "trust_at" TIMESTAMPTZ(3),
ADD COLUMN     "trust_by_id" TEXT,
ADD COLUMN     "trust_level" INTEGER,
ADD COLUMN     "trust_reason" TEXT,
ADD COLUMN     "trust_rule" TEXT;

-- CreateTable
CREATE TABLE "training_courses" (
    "brand_id" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_courses_pkey" PRIMARY KEY ("brand_id")
);

-- CreateTable
CREATE TABLE "training_marks" (
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_marks_pkey" PRIMARY KEY ("member_id","kind","key")
);

-- CreateTable
CREATE TABLE "training_steps" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "passed_by_id" TEXT,
    "reason" TEXT,

    CONSTRAINT "training_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_attempts" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "right" INTEGER,
    "needed" INTEGER,

    CONSTRAINT "quiz_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_answers" (
    "attempt_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "choice" INTEGER NOT NULL,
    "is_right" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiz_answers_pkey" PRIMARY KEY ("attempt_id","question_id")
);

-- CreateTable
CREATE TABLE "coachings" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "coach_id" TEXT NOT NULL,
    "named_by_id" TEXT,
    "wanted" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ending" TEXT,

    CONSTRAINT "coachings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coach_notes" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "coach_id" TEXT,
    "chat_id" TEXT,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coach_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_steps_brand_id_idx" ON "training_steps"("brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_steps_member_id_step_key" ON "training_steps"("member_id", "step");

-- CreateIndex
CREATE INDEX "quiz_attempts_member_id_started_at_idx" ON "quiz_attempts"("member_id", "started_at");

-- CreateIndex
CREATE INDEX "quiz_attempts_brand_id_idx" ON "quiz_attempts"("brand_id");

-- CreateIndex
CREATE INDEX "coachings_coach_id_ended_at_idx" ON "coachings"("coach_id", "ended_at");

-- CreateIndex
CREATE INDEX "coachings_brand_id_idx" ON "coachings"("brand_id");

-- CreateIndex
CREATE INDEX "coach_notes_learner_id_written_at_idx" ON "coach_notes"("learner_id", "written_at");

-- CreateIndex
CREATE INDEX "coach_notes_chat_id_idx" ON "coach_notes"("chat_id");

-- CreateIndex
CREATE INDEX "coach_notes_brand_id_idx" ON "coach_notes"("brand_id");

-- AddForeignKey
ALTER TABLE "training_courses" ADD CONSTRAINT "training_courses_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_marks" ADD CONSTRAINT "training_marks_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_steps" ADD CONSTRAINT "training_steps_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_steps" ADD CONSTRAINT "training_steps_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_answers" ADD CONSTRAINT "quiz_answers_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "quiz_attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_coach_id_fkey" FOREIGN KEY ("coach_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_learner_id_fkey" FOREIGN KEY ("learner_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_coach_id_fkey" FOREIGN KEY ("coach_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coach_notes" ADD CONSTRAINT "coach_notes_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One running go at the quiz and one coach at a time, whoever presses twice.
CREATE UNIQUE INDEX "quiz_attempts_running" ON "quiz_attempts" ("member_id") WHERE "finished_at" IS NULL;
CREATE UNIQUE INDEX "coachings_running" ON "coachings" ("learner_id") WHERE "ended_at" IS NULL;
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_of_another" CHECK ("learner_id" <> "coach_id");
ALTER TABLE "coachings" ADD CONSTRAINT "coachings_wanted" CHECK ("wanted" BETWEEN 0 AND 100);
ALTER TABLE "training_steps" ADD CONSTRAINT "training_steps_reason"
  CHECK (("passed_by_id" IS NULL) OR (length("reason") > 0));
ALTER TABLE "flags" ADD CONSTRAINT "flags_weight" CHECK ("weight" IN (1, 2));
ALTER TABLE "members" ADD CONSTRAINT "members_trust" CHECK (
  ("trust_rule" IS NULL AND "trust_level" IS NULL)
  OR ("trust_rule" IN ('set', 'hold') AND "trust_level" BETWEEN 1 AND 4 AND length("trust_reason") > 0));
-- What was said about a talk goes with its visitor, and cannot be said of it afterwards.
CREATE FUNCTION refuse_erased_talk() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased timestamptz;
BEGIN
  SELECT v.erased_at INTO erased FROM chats c JOIN visitors v ON v.id = c.visitor_id
    WHERE c.id = NEW.chat_id FOR KEY SHARE OF v;
  IF erased IS NOT NULL THEN
    RAISE EXCEPTION 'visitor_erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'visitor_erased';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "coach_notes_of_erased" BEFORE INSERT ON "coach_notes"
  FOR EACH ROW WHEN (NEW.chat_id IS NOT NULL) EXECUTE FUNCTION refuse_erased_talk();
