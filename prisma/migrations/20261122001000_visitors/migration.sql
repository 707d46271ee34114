-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "person_id" TEXT;

-- CreateIndex
CREATE INDEX "ratings_chat_id_idx" ON "ratings"("chat_id");

-- CreateIndex
CREATE INDEX "visitors_person_id_idx" ON "visitors"("person_id");

-- AddForeignKey
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say ----------------------------------------------------------------------

CREATE INDEX "notes_search" ON "notes" USING gin (search_words("body"));

-- A question has words, until the person who asked it is erased.
ALTER TABLE "questions" DROP CONSTRAINT "questions_text";
ALTER TABLE "questions" ADD CONSTRAINT "questions_text"
  CHECK (char_length("text") <= 1000 AND ("text" <> '' OR "ended_at" IS NOT NULL));

-- Nothing is written about a person who was erased, or in the name of a browser that became another's: what was on its
-- way in that moment is refused here. The visitor's row is held, so that what comes before his erasure is found by it.
CREATE FUNCTION refuse_erased() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased timestamptz;
  person text;
BEGIN
  IF TG_TABLE_NAME = 'notes' THEN
    SELECT v.erased_at, v.person_id INTO erased, person FROM questions q JOIN visitors v ON v.id = q.visitor_id
      WHERE q.id = NEW.question_id FOR KEY SHARE OF v;
  ELSIF TG_TABLE_NAME = 'flags' THEN
    SELECT v.erased_at, v.person_id INTO erased, person FROM chats c JOIN visitors v ON v.id = c.visitor_id
      WHERE c.id = NEW.chat_id FOR KEY SHARE OF v;
  ELSE
    SELECT v.erased_at, v.person_id INTO erased, person FROM visitors v WHERE v.id = NEW.visitor_id FOR KEY SHARE;
  END IF;
  IF erased IS NOT NULL THEN
    RAISE EXCEPTION 'visitor_erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'visitor_erased';
  END IF;
  IF person IS NOT NULL THEN
    RAISE EXCEPTION 'visitor_joined' USING ERRCODE = 'check_violation', CONSTRAINT = 'visitor_joined';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "questions_of_erased" BEFORE INSERT ON "questions" FOR EACH ROW EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "questions_words_of_erased"
  BEFORE UPDATE OF "text", "page_url", "page_title", "capsule", "left_email", "answer_token_hash" ON "questions"
  FOR EACH ROW WHEN (NEW.text <> '' OR NEW.page_url IS NOT NULL OR NEW.page_title IS NOT NULL
    OR NEW.capsule IS NOT NULL OR NEW.left_email IS NOT NULL OR NEW.answer_token_hash IS NOT NULL)
  EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "ratings_of_erased" BEFORE INSERT ON "ratings" FOR EACH ROW EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "visits_of_erased" BEFORE INSERT ON "visits" FOR EACH ROW EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "notes_of_erased" BEFORE INSERT ON "notes" FOR EACH ROW EXECUTE FUNCTION refuse_erased();
CREATE TRIGGER "flags_of_erased" BEFORE INSERT ON "flags" FOR EACH ROW EXECUTE FUNCTION refuse_erased();

CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'visitor_erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'visitor_erased';
END $$;
CREATE TRIGGER "visitors_stay_erased" BEFORE UPDATE ON "visitors" FOR EACH ROW
  WHEN (OLD.erased_at IS NOT NULL AND (NEW.erased_at IS NULL OR NEW.first_name IS NOT NULL OR NEW.email IS NOT NULL
    OR NEW.external_id IS NOT NULL OR NEW.profile <> '{}' OR NEW.context <> '{}'))
  EXECUTE FUNCTION keep_erased();
