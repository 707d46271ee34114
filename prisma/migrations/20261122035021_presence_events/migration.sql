-- CreateTable
CREATE TABLE "presence_events" (
    "id" BIGSERIAL NOT NULL,
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "presence_events_brand_id_at_idx" ON "presence_events"("brand_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "presence_events_member_id_at_kind_key" ON "presence_events"("member_id", "at", "kind");

-- CreateIndex
CREATE INDEX "routing_events_brand_id_at_idx" ON "routing_events"("brand_id", "at");

-- AddForeignKey
ALTER TABLE "presence_events" ADD CONSTRAINT "presence_events_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "presence_events" ADD CONSTRAINT "presence_events_kind"
  CHECK ("kind" IN ('opened', 'paused', 'away', 'there', 'gone'));
CREATE TRIGGER "presence_events_append_only" BEFORE UPDATE OR DELETE ON "presence_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who is open now was opened some time ago: his history begins with what is known.
INSERT INTO "presence_events" ("brand_id", "member_id", "kind", "at")
  SELECT "brand_id", "id", 'opened', date_trunc('milliseconds', now()) FROM "members" WHERE "is_open";
INSERT INTO "presence_events" ("brand_id", "member_id", "kind", "at")
  SELECT m."brand_id", m."id", 'there', date_trunc('milliseconds', now()) FROM "members" m
  WHERE EXISTS (SELECT 1 FROM "leases" l WHERE l."member_id" = m."id" AND l."expires_at" > now());
