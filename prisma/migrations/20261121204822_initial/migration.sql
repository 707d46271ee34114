-- Ids are UUID v4 without hyphens: random, and safe in URLs, channel names and file names.
CREATE FUNCTION new_id() RETURNS text LANGUAGE sql VOLATILE
AS $$ SELECT replace(gen_random_uuid()::text, '-', '') $$;

-- CreateEnum
CREATE TYPE "ChatState" AS ENUM ('open', 'ended');

-- CreateEnum
CREATE TYPE "ChatEnd" AS ENUM ('solved', 'unsolved', 'idle', 'abandoned');

-- CreateEnum
CREATE TYPE "SegmentState" AS ENUM ('open', 'ended', 'handed_over', 'lost');

-- CreateEnum
CREATE TYPE "Author" AS ENUM ('visitor', 'member', 'system');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('expert', 'agent', 'manager', 'admin');

-- CreateEnum
CREATE TYPE "MemberStatus" AS ENUM ('invited', 'applied', 'training', 'trial', 'active', 'paused', 'left', 'suspended');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('asked', 'offering', 'calling', 'matched', 'ended', 'left', 'answered', 'withdrawn');

-- CreateEnum
CREATE TYPE "QuestionChannel" AS ENUM ('community', 'chat', 'call', 'video');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('made', 'delivered', 'accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "Solved" AS ENUM ('yes', 'partly', 'no');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "user_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "session_token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "brands" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sites" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "allowed_origins" TEXT[],
    "pages" JSONB NOT NULL DEFAULT '{}',
    "availability" JSONB,
    "availability_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chats" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "state" "ChatState" NOT NULL DEFAULT 'open',
    "end" "ChatEnd",
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "visitor_read_seq" INTEGER NOT NULL DEFAULT 0,
    "helper_read_seq" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "watched_until" TIMESTAMPTZ(3),
    "handover_text" TEXT,
    "handover_at" TIMESTAMPTZ(3),

    CONSTRAINT "chats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "segments" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" "SegmentState" NOT NULL DEFAULT 'open',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "segments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "client_id" TEXT NOT NULL,
    "author" "Author" NOT NULL,
    "member_id" TEXT,
    "segment_id" TEXT,
    "body" TEXT NOT NULL,
    "system" JSONB,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "attachment_id" TEXT,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "author" "Author" NOT NULL,
    "member_id" TEXT,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "status" "MemberStatus" NOT NULL DEFAULT 'active',
    "display_name" TEXT NOT NULL,
    "languages" TEXT[],
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "load" INTEGER NOT NULL DEFAULT 0,
    "is_open" BOOLEAN NOT NULL DEFAULT false,
    "open_until" TIMESTAMPTZ(3),
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "away_since" TIMESTAMPTZ(3),
    "idle_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shows_on_button" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_topics" (
    "member_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "thanks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "member_topics_pkey" PRIMARY KEY ("member_id","topic_id")
);

-- CreateTable
CREATE TABLE "ownerships" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "member_id" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "since" DATE NOT NULL,

    CONSTRAINT "ownerships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leases" (
    "member_id" TEXT NOT NULL,
    "screen_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("member_id","screen_id")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "reporter_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "flagged_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_actions" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "message_id" TEXT,
    "member_id" TEXT,
    "visitor_id" TEXT,
    "reason" TEXT,
    "acted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bans" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_events" (
    "id" BIGSERIAL NOT NULL,
    "brand_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "routing_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audits" (
    "id" BIGSERIAL NOT NULL,
    "brand_id" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visitors" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "first_name" TEXT,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "external_id" TEXT,
    "profile" JSONB NOT NULL DEFAULT '{}',
    "context" JSONB NOT NULL DEFAULT '{}',
    "consent_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visitors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "topic_id" TEXT,
    "channel" "QuestionChannel" NOT NULL DEFAULT 'community',
    "state" "QuestionState" NOT NULL DEFAULT 'asked',
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "page_url" TEXT,
    "page_title" TEXT,
    "product" TEXT,
    "staff_only" BOOLEAN NOT NULL DEFAULT false,
    "round" INTEGER NOT NULL DEFAULT 1,
    "wave" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "target_seconds" INTEGER NOT NULL,
    "promise_seconds" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "round_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_at" TIMESTAMPTZ(3),
    "first_answer_at" TIMESTAMPTZ(3),
    "promise_kept" BOOLEAN,
    "ended_at" TIMESTAMPTZ(3),
    "wake_at" TIMESTAMPTZ(3),
    "capsule" TEXT,
    "left_at" TIMESTAMPTZ(3),
    "answer_by" TIMESTAMPTZ(3),
    "left_email" TEXT,
    "answer_token_hash" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "left_kept" BOOLEAN,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offers" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "wave" INTEGER NOT NULL,
    "state" "OfferState" NOT NULL DEFAULT 'made',
    "reserves" BOOLEAN NOT NULL,
    "reason" JSONB NOT NULL DEFAULT '{}',
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ratings" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "segment_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "solved" "Solved",
    "words" TEXT,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thanks" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "rating_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "topic_id" TEXT,
    "language" TEXT NOT NULL,
    "rescued" BOOLEAN NOT NULL DEFAULT false,
    "counts" BOOLEAN NOT NULL,
    "thanked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "badges" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "names" JSONB NOT NULL,
    "icon" TEXT NOT NULL,

    CONSTRAINT "badges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awards" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "badge_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "awarded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_for" TEXT,

    CONSTRAINT "awards_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_provider_account_id_key" ON "accounts"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_session_token_key" ON "sessions"("session_token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_identifier_token_key" ON "verification_tokens"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "brands_slug_key" ON "brands"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "sites_public_key_key" ON "sites"("public_key");

-- CreateIndex
CREATE INDEX "sites_brand_id_idx" ON "sites"("brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_brand_id_slug_key" ON "topics"("brand_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "chats_question_id_key" ON "chats"("question_id");

-- CreateIndex
CREATE INDEX "chats_brand_id_state_idx" ON "chats"("brand_id", "state");

-- CreateIndex
CREATE INDEX "chats_visitor_id_idx" ON "chats"("visitor_id");

-- CreateIndex
CREATE INDEX "chats_handover_at_idx" ON "chats"("handover_at");

-- CreateIndex
CREATE INDEX "segments_chat_id_idx" ON "segments"("chat_id");

-- CreateIndex
CREATE INDEX "segments_member_id_state_idx" ON "segments"("member_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "messages_attachment_id_key" ON "messages"("attachment_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_chat_id_seq_key" ON "messages"("chat_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "messages_chat_id_client_id_key" ON "messages"("chat_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachments_storage_key_key" ON "attachments"("storage_key");

-- CreateIndex
CREATE INDEX "attachments_chat_id_idx" ON "attachments"("chat_id");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_brand_id_user_id_key" ON "members"("brand_id", "user_id");

-- CreateIndex
CREATE INDEX "member_topics_topic_id_idx" ON "member_topics"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "ownerships_member_id_product_key" ON "ownerships"("member_id", "product");

-- CreateIndex
CREATE INDEX "leases_expires_at_idx" ON "leases"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "flags_message_id_reporter_id_key" ON "flags"("message_id", "reporter_id");

-- CreateIndex
CREATE INDEX "moderation_actions_brand_id_acted_at_idx" ON "moderation_actions"("brand_id", "acted_at");

-- CreateIndex
CREATE INDEX "bans_visitor_id_until_idx" ON "bans"("visitor_id", "until");

-- CreateIndex
CREATE INDEX "routing_events_question_id_id_idx" ON "routing_events"("question_id", "id");

-- CreateIndex
CREATE INDEX "audits_brand_id_at_idx" ON "audits"("brand_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "visitors_token_hash_key" ON "visitors"("token_hash");

-- CreateIndex
CREATE INDEX "visitors_brand_id_external_id_idx" ON "visitors"("brand_id", "external_id");

-- CreateIndex
CREATE INDEX "visitors_last_seen_at_idx" ON "visitors"("last_seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "questions_answer_token_hash_key" ON "questions"("answer_token_hash");

-- CreateIndex
CREATE INDEX "questions_brand_id_state_idx" ON "questions"("brand_id", "state");

-- CreateIndex
CREATE INDEX "questions_brand_id_asked_at_idx" ON "questions"("brand_id", "asked_at");

-- CreateIndex
CREATE INDEX "questions_wake_at_idx" ON "questions"("wake_at");

-- CreateIndex
CREATE UNIQUE INDEX "questions_visitor_id_client_id_key" ON "questions"("visitor_id", "client_id");

-- CreateIndex
CREATE INDEX "offers_member_id_state_idx" ON "offers"("member_id", "state");

-- CreateIndex
CREATE INDEX "offers_state_expires_at_idx" ON "offers"("state", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "offers_question_id_member_id_round_wave_key" ON "offers"("question_id", "member_id", "round", "wave");

-- CreateIndex
CREATE UNIQUE INDEX "ratings_segment_id_key" ON "ratings"("segment_id");

-- CreateIndex
CREATE INDEX "ratings_member_id_idx" ON "ratings"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "thanks_rating_id_key" ON "thanks"("rating_id");

-- CreateIndex
CREATE INDEX "thanks_member_id_thanked_at_idx" ON "thanks"("member_id", "thanked_at");

-- CreateIndex
CREATE UNIQUE INDEX "badges_brand_id_key_key" ON "badges"("brand_id", "key");

-- CreateIndex
CREATE INDEX "awards_member_id_idx" ON "awards"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "awards_badge_id_member_id_key" ON "awards"("badge_id", "member_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sites" ADD CONSTRAINT "sites_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chats" ADD CONSTRAINT "chats_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segments" ADD CONSTRAINT "segments_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segments" ADD CONSTRAINT "segments_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_topics" ADD CONSTRAINT "member_topics_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_topics" ADD CONSTRAINT "member_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownerships" ADD CONSTRAINT "ownerships_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bans" ADD CONSTRAINT "bans_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bans" ADD CONSTRAINT "bans_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_events" ADD CONSTRAINT "routing_events_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "ratings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "visitors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "badges" ADD CONSTRAINT "badges_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_badge_id_fkey" FOREIGN KEY ("badge_id") REFERENCES "badges"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "awards" ADD CONSTRAINT "awards_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say ----------------------------------------------------------------------

-- One winner: a round of a question has one accepted offer, a chat one helper at a time.
CREATE UNIQUE INDEX "offers_one_accepted" ON "offers" ("question_id", "round") WHERE "state" = 'accepted';
CREATE UNIQUE INDEX "segments_one_open" ON "segments" ("chat_id") WHERE "state" = 'open';

-- Nobody exceeds his capacity, and a place is given back once.
ALTER TABLE "members" ADD CONSTRAINT "members_capacity" CHECK ("capacity" BETWEEN 0 AND 4);
ALTER TABLE "members" ADD CONSTRAINT "members_load" CHECK ("load" >= 0 AND "load" <= "capacity");

-- A visitor has one question on its way at a time.
CREATE UNIQUE INDEX "questions_one_running" ON "questions" ("visitor_id")
  WHERE "state" IN ('asked', 'offering', 'calling', 'matched');

ALTER TABLE "ratings" ADD CONSTRAINT "ratings_stars" CHECK ("stars" BETWEEN 1 AND 5);
ALTER TABLE "badges" ADD CONSTRAINT "badges_level" CHECK ("level" BETWEEN 1 AND 3);
ALTER TABLE "questions" ADD CONSTRAINT "questions_text" CHECK (char_length("text") BETWEEN 1 AND 1000);
ALTER TABLE "messages" ADD CONSTRAINT "messages_body" CHECK (char_length("body") <= 4000);

-- The clock's sweep and the desks look only at what is alive.
CREATE INDEX "questions_due" ON "questions" ("wake_at")
  WHERE "wake_at" IS NOT NULL AND "state" IN ('asked', 'offering', 'calling', 'matched');
CREATE INDEX "offers_live" ON "offers" ("member_id") WHERE "state" IN ('made', 'delivered');

-- Journals are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "routing_events_append_only" BEFORE UPDATE OR DELETE ON "routing_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audits_append_only" BEFORE UPDATE OR DELETE ON "audits"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
