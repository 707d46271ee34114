-- CreateTable
CREATE TABLE "facts" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source_id" TEXT NOT NULL,
    "topic_id" TEXT,
    "language" TEXT,
    "visitor_key" TEXT,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_rulings" (
    "id" BIGSERIAL NOT NULL,
    "brand_id" TEXT NOT NULL,
    "fact_id" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "source_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_rulings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "facts_brand_id_kind_at_idx" ON "facts"("brand_id", "kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "facts_member_id_kind_source_id_key" ON "facts"("member_id", "kind", "source_id");

-- CreateIndex
CREATE INDEX "fact_rulings_fact_id_id_idx" ON "fact_rulings"("fact_id", "id");

-- CreateIndex
CREATE INDEX "fact_rulings_brand_id_idx" ON "fact_rulings"("brand_id");

-- AddForeignKey
ALTER TABLE "facts" ADD CONSTRAINT "facts_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_rulings" ADD CONSTRAINT "fact_rulings_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "facts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "facts_append_only" BEFORE UPDATE OR DELETE ON "facts"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "fact_rulings_append_only" BEFORE UPDATE OR DELETE ON "fact_rulings"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was thanked before facts were kept counts as it did. The visitor's key is made as lib/server/fact/visitor-key does it.
INSERT INTO "facts" ("brand_id", "member_id", "kind", "at", "source_id", "topic_id", "language", "visitor_key")
  SELECT t."brand_id", t."member_id", k."kind", t."thanked_at", t."id", t."topic_id", t."language",
    encode(sha256(convert_to('fact:' || t."visitor_id", 'UTF8')), 'hex')
  FROM "thanks" t
  CROSS JOIN (VALUES ('thanks.received'), ('question.rescued')) AS k("kind")
  WHERE t."counts" AND (k."kind" = 'thanks.received' OR t."rescued");
