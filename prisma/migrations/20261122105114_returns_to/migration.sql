-- AlterTable
ALTER TABLE "members" ADD COLUMN     "returns_to" "MemberStatus";

-- What Prisma cannot say.
-- Whoever pauses or suspends a member, in whatever way, leaves word of what he was; whoever left keeps what was known.
CREATE FUNCTION keep_returns_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('paused', 'suspended') THEN
    IF OLD.status NOT IN ('paused', 'suspended', 'left') THEN
      NEW.returns_to := OLD.status;
    END IF;
  ELSIF NEW.status <> 'left' THEN
    NEW.returns_to := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER members_returns_to BEFORE UPDATE OF status ON "members"
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION keep_returns_to();

-- Of who is paused or suspended already, as far as his training tells.
UPDATE "members" m SET "returns_to" = coalesce(m."paused_from", (CASE
  WHEN EXISTS (SELECT FROM "training_steps" s WHERE s."member_id" = m."id" AND s."step" = 'trial')
    OR NOT EXISTS (SELECT FROM "training_steps" s WHERE s."member_id" = m."id")
    AND NOT EXISTS (SELECT FROM "coachings" c WHERE c."learner_id" = m."id") THEN 'active'
  WHEN (SELECT count(*) FROM "training_steps" s WHERE s."member_id" = m."id") = 3 THEN 'trial'
  ELSE 'training' END)::"MemberStatus")
WHERE m."status" IN ('paused', 'suspended');
