-- AlterTable
ALTER TABLE "brands" ADD COLUMN     "publishes_community" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "candidates" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "languages" TEXT[],
    "topic_ids" TEXT[],
    "why" TEXT,
    "owns" TEXT,
    "links" TEXT[],
    "consent_at" TIMESTAMPTZ(3),
    "campaign_id" TEXT,
    "import_id" TEXT,
    "score" INTEGER,
    "activity" JSONB,
    "link_hash" TEXT,
    "link_until" TIMESTAMPTZ(3),
    "invite_hash" TEXT,
    "invite_until" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "reason" TEXT,
    "member_id" TEXT,
    "is_new_user" BOOLEAN NOT NULL DEFAULT false,
    "stage_before" TEXT,
    "merged_into_id" TEXT,
    "merge_change" JSONB,
    "stage_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_notes" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "candidate_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "candidate_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT,
    "topic_ids" TEXT[],
    "most_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_imports" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "content" BYTEA,
    "report" TEXT,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "candidate_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "candidates_link_hash_key" ON "candidates"("link_hash");

-- CreateIndex
CREATE UNIQUE INDEX "candidates_invite_hash_key" ON "candidates"("invite_hash");

-- CreateIndex
CREATE INDEX "candidates_brand_id_stage_stage_at_idx" ON "candidates"("brand_id", "stage", "stage_at");

-- CreateIndex
CREATE INDEX "candidates_brand_id_email_idx" ON "candidates"("brand_id", "email");

-- CreateIndex
CREATE INDEX "candidates_campaign_id_idx" ON "candidates"("campaign_id");

-- CreateIndex
CREATE INDEX "candidates_import_id_idx" ON "candidates"("import_id");

-- CreateIndex
CREATE INDEX "candidates_member_id_idx" ON "candidates"("member_id");

-- CreateIndex
CREATE INDEX "candidate_notes_candidate_id_created_at_idx" ON "candidate_notes"("candidate_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_code_key" ON "campaigns"("code");

-- CreateIndex
CREATE INDEX "campaigns_brand_id_created_at_idx" ON "campaigns"("brand_id", "created_at");

-- CreateIndex
CREATE INDEX "candidate_imports_brand_id_created_at_idx" ON "candidate_imports"("brand_id", "created_at");

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "candidate_imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_notes" ADD CONSTRAINT "candidate_notes_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate_imports" ADD CONSTRAINT "candidate_imports_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "candidates" ADD CONSTRAINT "candidates_stage"
  CHECK ("stage" IN ('unconfirmed', 'found', 'invited', 'applied', 'accepted', 'declined', 'merged'));
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_source"
  CHECK ("source" IN ('application', 'link', 'mail', 'thanks', 'csv', 'activity'));
-- Who applies or is invited can be written to; who is accepted is somebody.
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_reachable"
  CHECK ("stage" NOT IN ('unconfirmed', 'invited', 'applied', 'accepted') OR "email" IS NOT NULL);
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_accepted"
  CHECK ("stage" <> 'accepted' OR "member_id" IS NOT NULL);
-- One application of an address waits at a time, and one place among those who were found or invited.
CREATE UNIQUE INDEX "candidates_applied_email" ON "candidates" ("brand_id", "email") WHERE "stage" = 'applied';
CREATE UNIQUE INDEX "candidates_looked_for_email" ON "candidates" ("brand_id", "email")
  WHERE "stage" IN ('found', 'invited');

ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_kind" CHECK ("kind" IN ('link', 'mail', 'thanks'));
-- No link brings more applications than it may, however many are sent in one instant.
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_uses" CHECK ("uses" >= 0 AND ("most_uses" IS NULL OR "uses" <= "most_uses"));
CREATE UNIQUE INDEX "campaigns_one_thanks" ON "campaigns" ("brand_id") WHERE "kind" = 'thanks' AND "ended_at" IS NULL;

ALTER TABLE "candidate_imports" ADD CONSTRAINT "candidate_imports_kind" CHECK ("kind" IN ('csv', 'activity'));
ALTER TABLE "candidate_imports" ADD CONSTRAINT "candidate_imports_state"
  CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'undone'));
