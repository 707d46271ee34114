-- AlterTable
ALTER TABLE "brands" ADD COLUMN     "offers_leaving" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "publishes_promises" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "invited_share" DOUBLE PRECISION,
ADD COLUMN     "seats" INTEGER;

ALTER TABLE "questions" ADD CONSTRAINT "questions_seats_count" CHECK ("seats" >= 0);
ALTER TABLE "questions" ADD CONSTRAINT "questions_invited_share" CHECK ("invited_share" BETWEEN 0 AND 1);
