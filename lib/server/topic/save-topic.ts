import type { Fields } from "@/lib/domain/audit/differences";
import type { Saved } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { type Expected, saveFields } from "@/lib/server/audit/save-fields";
import { commit } from "@/lib/server/commit";

/** Saves a topic of the member's brand, as the journal names its fields. Errors as in `saveFields`. */
export async function saveTopic({
  member,
  topicId,
  expected,
  change,
  undoes,
  now,
}: {
  member: MemberActor;
  topicId: string;
  expected: Expected;
  change: Fields;
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const where = { id: topicId, brandId: member.brandId, deletedAt: null };
  return commit((tx) =>
    saveFields({
      tx,
      member,
      subject: `topic:${topicId}`,
      expected,
      change,
      undoes,
      now,
      async read() {
        const topic = await tx.topic.findFirst({ where, select: { version: true, names: true } });
        return topic && { version: topic.version, fields: { names: topic.names } };
      },
      write: ({ version, after }) =>
        tx.topic.updateMany({ where: { ...where, version }, data: { ...after, version: { increment: 1 } } }),
    }),
  );
}
