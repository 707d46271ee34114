import { fileNameOf } from "@/lib/domain/chat/file-name";
import type { AttachmentView } from "@/lib/domain/chat/view";
import type { Party } from "@/lib/server/account/actor";
import { whyClosed } from "@/lib/server/chat/why-closed";
import { db } from "@/lib/server/database";
import { attachmentView } from "./attachment-view";
import { type EncodedFile, encodeFile } from "./encode-file";
import { removeFile, storeFile } from "./storage";

/**
 * Keeps a file for a message to come. It belongs to this side of this chat: a visitor's own one, or one that the member
 * carries. NOT_FOUND for any other, CHAT_ENDED when it is over for this party, and what `encodeFile` refuses.
 */
export async function addAttachment({
  party,
  chatId,
  file,
  now,
}: {
  party: Party;
  chatId: string;
  file: { name: string; bytes: Uint8Array };
  now: Date;
}): Promise<AttachmentView> {
  // Strangers' files are not even opened.
  if (!(await isOpenFor({ party, chatId }))) throw await whyClosed({ party, chatId });
  const encoded = await encodeFile(file.bytes);
  const name = fileNameOf(file.name, encoded.mime);
  const storageKey = await storeFile(encoded.bytes);
  const id = await insert({ party, chatId, name, encoded, storageKey, now }).catch(async (error: unknown) => {
    await removeFile(storageKey);
    throw error;
  });
  if (!id) {
    await removeFile(storageKey);
    throw await whyClosed({ party, chatId });
  }
  const { bytes, ...shape } = encoded;
  return attachmentView({ id, name, byteSize: bytes.byteLength, ...shape }, now);
}

type Place = { party: Party; chatId: string };

function openChat({ party, chatId }: Place) {
  return party.visitor
    ? { id: chatId, state: "open" as const, visitorId: party.visitor.id }
    : {
        id: chatId,
        state: "open" as const,
        brandId: party.member.brandId,
        segments: { some: { memberId: party.member.id, state: "open" as const } },
      };
}

async function isOpenFor(place: Place): Promise<boolean> {
  return (await db().chat.count({ where: openChat(place) })) > 0;
}

/** Writes the row while the chat is held open; null when it has ended in the meantime. */
async function insert({
  party,
  chatId,
  name,
  encoded: { bytes, mime, width, height },
  storageKey,
  now,
}: Place & { name: string; encoded: EncodedFile; storageKey: string; now: Date }): Promise<string | null> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM chats WHERE id = ${chatId} FOR SHARE`;
    const chat = await tx.chat.findFirst({ where: openChat({ party, chatId }), select: { brandId: true } });
    if (!chat) return null;
    const { id } = await tx.attachment.create({
      data: {
        brandId: chat.brandId,
        chatId,
        author: party.visitor ? "visitor" : "member",
        memberId: party.member?.id ?? null,
        name,
        mime,
        byteSize: bytes.byteLength,
        width,
        height,
        storageKey,
        createdAt: now,
      },
      select: { id: true },
    });
    return id;
  });
}
