-- AlterTable
ALTER TABLE "sites" ADD COLUMN     "refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "refused_origin" TEXT;
