-- AlterTable
ALTER TABLE "members" ADD COLUMN     "erase_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rooms" (
    "brand_id" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("brand_id")
);

-- CreateTable
CREATE TABLE "room_messages" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "client_id" TEXT NOT NULL,
    "member_id" TEXT,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "quote" TEXT,
    "topic_id" TEXT,
    "chat_id" TEXT,
    "answers_id" TEXT,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by_id" TEXT,
    "pinned_until" TIMESTAMPTZ(3),

    CONSTRAINT "room_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_places" (
    "member_id" TEXT NOT NULL,
    "brand_id" TEXT NOT NULL,
    "read_seq" INTEGER NOT NULL DEFAULT 0,
    "told_seq" INTEGER NOT NULL DEFAULT 0,
    "quiet_until" TIMESTAMPTZ(3),
    "muted_until" TIMESTAMPTZ(3),
    "mute_reason" TEXT,

    CONSTRAINT "room_places_pkey" PRIMARY KEY ("member_id")
);

-- CreateTable
CREATE TABLE "guard_answers" (
    "id" TEXT NOT NULL DEFAULT new_id(),
    "brand_id" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" TEXT,

    CONSTRAINT "guard_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "room_messages_answers_id_idx" ON "room_messages"("answers_id");

-- CreateIndex
CREATE INDEX "room_messages_chat_id_idx" ON "room_messages"("chat_id");

-- CreateIndex
CREATE INDEX "room_messages_brand_id_pinned_until_idx" ON "room_messages"("brand_id", "pinned_until");

-- CreateIndex
CREATE UNIQUE INDEX "room_messages_brand_id_seq_key" ON "room_messages"("brand_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "room_messages_member_id_client_id_key" ON "room_messages"("member_id", "client_id");

-- CreateIndex
CREATE INDEX "room_places_brand_id_idx" ON "room_places"("brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "guard_answers_brand_id_finding_key" ON "guard_answers"("brand_id", "finding");

-- CreateIndex
CREATE INDEX "members_erase_at_idx" ON "members"("erase_at");

-- AddForeignKey
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_hidden_by_id_fkey" FOREIGN KEY ("hidden_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "room_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_places" ADD CONSTRAINT "room_places_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_places" ADD CONSTRAINT "room_places_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guard_answers" ADD CONSTRAINT "guard_answers_brand_id_fkey" FOREIGN KEY ("brand_id") REFERENCES "brands"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guard_answers" ADD CONSTRAINT "guard_answers_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A kind that no screen knows, or a thread inside of a thread, is a mistake of ours.
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_kind" CHECK ("kind" IN ('word', 'question', 'announcement'));
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_answers" CHECK ("answers_id" IS NULL OR "kind" = 'word');
