-- Undoing an acceptance makes who had left what he was before.
ALTER TABLE "candidates" ADD COLUMN "member_before" JSONB;
