-- Who may be asked, in place of "staff only"; what was stored keeps its meaning. Changing the column's type fires no
-- triggers, so the questions of erased visitors are carried over too.
CREATE TYPE "QuestionAudience" AS ENUM ('anybody', 'staff', 'owners');

ALTER TABLE "questions" RENAME COLUMN "staff_only" TO "audience";
ALTER TABLE "questions" ALTER COLUMN "audience" DROP DEFAULT;
ALTER TABLE "questions" ALTER COLUMN "audience" TYPE "QuestionAudience"
  USING (CASE WHEN "audience" THEN 'staff' ELSE 'anybody' END)::"QuestionAudience";
ALTER TABLE "questions" ALTER COLUMN "audience" SET DEFAULT 'anybody';
