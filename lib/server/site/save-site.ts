import type { Fields } from "@/lib/domain/audit/differences";
import type { Saved } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { type Expected, saveFields } from "@/lib/server/audit/save-fields";
import { commit } from "@/lib/server/commit";
import { siteFields } from "./site-fields";

/** Saves fields of a site of the member's brand, as the journal names them. Errors as in `saveFields`. */
export async function saveSite({
  member,
  siteId,
  expected,
  change,
  undoes,
  now,
}: {
  member: MemberActor;
  siteId: string;
  expected: Expected;
  change: Fields;
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const where = { id: siteId, brandId: member.brandId, deletedAt: null };
  return commit((tx) =>
    saveFields({
      tx,
      member,
      subject: `site:${siteId}`,
      expected,
      change,
      undoes,
      now,
      async read() {
        const site = await tx.site.findFirst({ where });
        return site && { version: site.version, fields: siteFields(site) };
      },
      write: ({ version, after }) =>
        tx.site.updateMany({ where: { ...where, version }, data: { ...after, version: { increment: 1 } } }),
    }),
  );
}
