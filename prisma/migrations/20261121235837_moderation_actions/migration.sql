-- AlterTable
ALTER TABLE "flags" ADD COLUMN     "action_id" TEXT;

-- AlterTable
ALTER TABLE "moderation_actions" ADD COLUMN     "ban_id" TEXT,
ADD COLUMN     "chat_id" TEXT,
ADD COLUMN     "undoes" TEXT,
ALTER COLUMN "actor_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "flags_action_id_idx" ON "flags"("action_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_actions_undoes_key" ON "moderation_actions"("undoes");
