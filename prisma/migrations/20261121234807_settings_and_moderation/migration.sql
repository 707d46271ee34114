-- AlterTable
ALTER TABLE "audits" ADD COLUMN     "undoes" BIGINT;

-- AlterTable
ALTER TABLE "bans" ADD COLUMN     "created_by_id" TEXT,
ADD COLUMN     "lifted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "brands" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "guided_at" TIMESTAMPTZ(3),
ADD COLUMN     "privacy_line" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "privacy_url" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "flags" ADD COLUMN     "chat_id" TEXT NOT NULL,
ADD COLUMN     "member_id" TEXT,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "resolved_by_id" TEXT,
ADD COLUMN     "visitor_id" TEXT,
ADD COLUMN     "words" TEXT,
ALTER COLUMN "message_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "notifications" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "picture_key" TEXT,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "sites" ADD COLUMN     "colour" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "installed_at" TIMESTAMPTZ(3),
ADD COLUMN     "owner_word" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "position" TEXT NOT NULL DEFAULT 'right',
ADD COLUMN     "seen_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_origin" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "topics" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "is_operator" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "visitors" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "setup_links" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "topic_ids" TEXT[],
    "capacity" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "member_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "member_id" TEXT,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "canned_replies" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "canned_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "entry_url" TEXT NOT NULL,
    "entry_title" TEXT,
    "last_url" TEXT NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "setup_links_token_hash_key" ON "setup_links"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_brand_id_created_at_idx" ON "invitations"("brand_id", "created_at");

-- CreateIndex
CREATE INDEX "notes_question_id_idx" ON "notes"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "canned_replies_brand_id_shortcut_language_key" ON "canned_replies"("brand_id", "shortcut", "language");

-- CreateIndex
CREATE INDEX "visits_visitor_id_started_at_idx" ON "visits"("visitor_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "audits_undoes_key" ON "audits"("undoes");

-- CreateIndex
CREATE INDEX "flags_brand_id_resolved_at_idx" ON "flags"("brand_id", "resolved_at");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say ----------------------------------------------------------------------

-- One report of a person for each reporter in a chat; one open invitation for an address in a brand.
CREATE UNIQUE INDEX "flags_one_of_a_person" ON "flags" ("chat_id", "reporter_id") WHERE "message_id" IS NULL;
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations" ("brand_id", "email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;

ALTER TABLE "invitations" ADD CONSTRAINT "invitations_capacity" CHECK ("capacity" BETWEEN 1 AND 4);
ALTER TABLE "sites" ADD CONSTRAINT "sites_position" CHECK ("position" IN ('left', 'right'));
ALTER TABLE "sites" ADD CONSTRAINT "sites_colour" CHECK ("colour" = '' OR "colour" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "notes" ADD CONSTRAINT "notes_body" CHECK (char_length("body") BETWEEN 1 AND 4000);
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_body" CHECK (char_length("body") BETWEEN 1 AND 4000);

-- Words to search by: without case and accents, stemmed in both languages, so that "reparee" finds "réparée" and
-- "batteries" finds "battery". No extension is needed: accents come off by canonical decomposition.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT pg_catalog.replace(pg_catalog.replace(
    pg_catalog.regexp_replace(pg_catalog.normalize(pg_catalog.lower(words), 'NFD'), '[\u0300-\u036f]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae')
$$;
CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT pg_catalog.to_tsvector('pg_catalog.english'::regconfig, public.plain_words(words))
      || pg_catalog.to_tsvector('pg_catalog.french'::regconfig, public.plain_words(words))
$$;
CREATE FUNCTION search_for(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT pg_catalog.websearch_to_tsquery('pg_catalog.english'::regconfig, public.plain_words(words))
      || pg_catalog.websearch_to_tsquery('pg_catalog.french'::regconfig, public.plain_words(words))
$$;
CREATE INDEX "messages_search" ON "messages" USING gin (search_words("body"));
CREATE INDEX "questions_search" ON "questions" USING gin (search_words("text"));

-- Journals are written once. Only the end of a whole brand, named in the transaction, takes them along.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('entraide.ended_brand', true) = OLD.brand_id THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
