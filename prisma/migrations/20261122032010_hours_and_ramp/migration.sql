-- CreateEnum
CREATE TYPE "MemberStage" AS ENUM ('new', 'confirmed', 'full');

-- AlterTable
ALTER TABLE "brands" ADD COLUMN     "hours" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "hours_change_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "capacity_fixed" INTEGER,
ADD COLUMN     "capacity_rule" INTEGER,
ADD COLUMN     "capacity_told" INTEGER,
ADD COLUMN     "capacity_wish" INTEGER,
ADD COLUMN     "chats_held" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stage" "MemberStage" NOT NULL DEFAULT 'new';

ALTER TABLE "members" ADD CONSTRAINT "members_ramp" CHECK (
  "capacity_rule" BETWEEN 1 AND 4 AND "capacity_fixed" BETWEEN 1 AND 4 AND "capacity_wish" BETWEEN 1 AND 4
  AND "capacity_told" BETWEEN 0 AND 4 AND "chats_held" >= 0);

-- CreateIndex
CREATE INDEX "brands_hours_change_at_idx" ON "brands"("hours_change_at");

-- What was done before there was a ramp counts. Answers to left questions are no live chats.
UPDATE "members" m SET "chats_held" = (
  SELECT count(*)::int FROM "segments" s
  JOIN "chats" c ON c."id" = s."chat_id"
  JOIN "questions" q ON q."id" = c."question_id"
  WHERE s."member_id" = m."id" AND s."state" = 'ended' AND q."answered_at" IS NULL);

UPDATE "members" m SET "stage" = (CASE
  WHEN r."ratings" >= 20 AND r."stars" < 4.3 THEN 'new'
  WHEN m."role" <> 'expert' THEN CASE WHEN m."chats_held" >= 20 THEN 'full' ELSE 'new' END
  WHEN r."thanks" >= 20 THEN 'full'
  WHEN r."thanks" >= 5 THEN 'confirmed'
  ELSE 'new' END)::"MemberStage"
FROM (
  SELECT p."id",
    (SELECT count(*) FROM "ratings" x WHERE x."member_id" = p."id") AS "ratings",
    (SELECT avg(x."stars") FROM "ratings" x WHERE x."member_id" = p."id") AS "stars",
    (SELECT count(*) FROM "thanks" x WHERE x."member_id" = p."id" AND x."counts") AS "thanks"
  FROM "members" p) r
WHERE r."id" = m."id";

UPDATE "members" m SET "capacity_rule" = CASE
  WHEN m."stage" = 'full' THEN 3
  WHEN m."stage" = 'confirmed' THEN 2
  WHEN m."role" = 'expert' THEN least(4, coalesce((b."settings"->>'newExpertCapacity')::int, 1))
  ELSE least(4, coalesce((b."settings"->>'newStaffCapacity')::int, 2)) END
FROM "brands" b WHERE b."id" = m."brand_id";

-- Until now every number was a manager's.
UPDATE "members" SET "capacity_fixed" = "capacity" WHERE "capacity" <> "capacity_rule" AND "capacity" >= 1;
