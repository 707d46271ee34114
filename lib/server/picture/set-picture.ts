import type { MemberActor } from "@/lib/server/account/actor";
import { removeFile, storeFile } from "@/lib/server/attachment/storage";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { encodePicture } from "./encode-picture";
import { pictureAddress } from "./picture-address";

/**
 * Makes an uploaded file the member's picture in his brand, or with none takes it away; the earlier file is deleted.
 * Returns where it is now. Refuses what `encodePicture` refuses.
 */
export async function setPicture({
  member: { id: memberId, brandId },
  bytes,
}: {
  member: MemberActor;
  bytes: Uint8Array | null;
}): Promise<{ pictureUrl: string | null }> {
  const pictureKey = bytes ? await storeFile(await encodePicture(bytes)) : null;
  try {
    const earlier = await commit(async (tx, emit) => {
      // One after the other, so that each deletes the file of the one before.
      await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
      const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
      await tx.member.update({ where: { id: memberId }, data: { pictureKey } });
      emit(toMember(memberId, "sync", {}), toBrand(brandId, "board.changed", {}));
      return before.pictureKey;
    });
    if (earlier) await removeFile(earlier);
  } catch (error) {
    if (pictureKey) await removeFile(pictureKey);
    throw error;
  }
  return { pictureUrl: pictureAddress(pictureKey) ?? null };
}
