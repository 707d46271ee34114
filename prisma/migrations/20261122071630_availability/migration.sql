-- AlterTable
ALTER TABLE "leases" ADD COLUMN     "is_hidden" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "energy_budget" INTEGER,
ADD COLUMN     "energy_until" TIMESTAMPTZ(3),
ADD COLUMN     "energy_used" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "follow_at" TIMESTAMPTZ(3),
ADD COLUMN     "habits" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "paused_from" "MemberStatus",
ADD COLUMN     "quiet_hours" JSONB,
ADD COLUMN     "rests_until" TIMESTAMPTZ(3),
ADD COLUMN     "time_zone" TEXT,
ADD COLUMN     "vacation_from" DATE,
ADD COLUMN     "vacation_to" DATE;

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "user_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_user_id_idx" ON "push_subscriptions"("user_id");

-- CreateIndex
CREATE INDEX "push_subscriptions_session_id_idx" ON "push_subscriptions"("session_id");

-- CreateIndex
CREATE INDEX "members_follow_at_idx" ON "members"("follow_at");

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "members" ADD CONSTRAINT "members_energy_check"
  CHECK ("energy_budget" BETWEEN 0 AND 99 AND "energy_used" >= 0);
ALTER TABLE "members" ADD CONSTRAINT "members_vacation_check"
  CHECK (("vacation_from" IS NOT NULL OR "vacation_to" IS NULL) AND "vacation_to" >= "vacation_from");

-- Whoever ends a pause, in whatever way, ends the member's own pause with it.
CREATE FUNCTION forget_paused_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.paused_from := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER members_paused_from BEFORE UPDATE OF status ON "members"
  FOR EACH ROW WHEN (OLD.status = 'paused' AND NEW.status <> 'paused') EXECUTE FUNCTION forget_paused_from();
