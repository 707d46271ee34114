-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "expected_seconds" INTEGER,
ADD COLUMN     "position" INTEGER;
