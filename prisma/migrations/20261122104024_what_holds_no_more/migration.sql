-- CreateTable
CREATE TABLE "revoked_awards" (
    "id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,

    CONSTRAINT "revoked_awards_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "revoked_awards_brand_id_idx" ON "revoked_awards"("brand_id");

-- AddForeignKey
ALTER TABLE "revoked_awards" ADD CONSTRAINT "revoked_awards_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A record of an award may be out in the world, however the award goes. With its brand the list goes, too.
CREATE FUNCTION keep_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revoked_awards (id, brand_id) SELECT OLD.id, b.id FROM brands b WHERE b.id = OLD.brand_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "awards_revoked" AFTER DELETE ON "awards" FOR EACH ROW EXECUTE FUNCTION keep_revoked();

-- What was answered two weeks later drifted from what counts: it is counted anew once.
UPDATE member_topics m SET lasting = c.lasting, faded = c.faded, misses = greatest(c.faded, m.misses - m.faded + c.faded)
FROM (
  SELECT k.member_id, k.topic_id, count(*) FILTER (WHERE r.answer = 'yes')::int AS lasting,
    count(*) FILTER (WHERE r.answer = 'no')::int AS faded
  FROM member_topics k
  LEFT JOIN thanks t ON t.member_id = k.member_id AND t.topic_id = k.topic_id AND t.counts
  LEFT JOIN thanks_returns r ON r.rating_id = t.rating_id
  GROUP BY 1, 2) c
WHERE m.member_id = c.member_id AND m.topic_id = c.topic_id
  AND (m.lasting, m.faded) IS DISTINCT FROM (c.lasting, c.faded);

-- Below zero misses, skill is no number.
ALTER TABLE "member_topics" ADD CONSTRAINT "member_topics_counted"
  CHECK ("thanks" >= 0 AND "lasting" >= 0 AND "faded" >= 0 AND "misses" >= "faded");
