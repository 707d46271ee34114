import { randomBytes } from "node:crypto";
import { spoken } from "@/lib/domain/brand/schema";
import type { CreateSite, SiteSettings } from "@/lib/domain/site/settings-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { siteFields, siteSettings } from "./site-fields";

/** What signs a brand's word on its visitors: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Adds a site to the member's brand, with a public key and a secret of its own. */
export async function createSite({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: CreateSite;
  now: Date;
}): Promise<SiteSettings> {
  const { brandId } = member;
  const site = await commit(async (tx) => {
    const made = await tx.site.create({
      data: {
        brandId,
        ...input,
        ownerWord: spoken(input.ownerWord),
        publicKey: randomBytes(12).toString("hex"),
        secret: newSecret(),
        createdAt: now,
      },
    });
    await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: "created",
      subject: `site:${made.id}`,
      after: siteFields(made) as object,
      at: now,
    });
    return made;
  });
  await refreshAvailability({ brandId, now });
  return siteSettings(site);
}
