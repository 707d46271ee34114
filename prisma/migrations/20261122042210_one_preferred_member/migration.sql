-- Who answered when it was left is asked first like anybody who is named.
UPDATE "questions" SET "preferred_member_id" = "first_helper_id"
WHERE "preferred_member_id" IS NULL AND "first_helper_id" IN (SELECT "id" FROM "members");

-- AlterTable
ALTER TABLE "questions" DROP COLUMN "first_helper_id";
