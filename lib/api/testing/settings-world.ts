import { api } from "@/lib/api/app";
import type { MemberActor } from "@/lib/server/account/actor";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeMember } from "@/lib/server/testing/world";

export type Answer = { status: number; json: Record<string, unknown> };

/** What a member's browser gets for a request to the API. */
export async function ask(
  member: MemberActor,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await api.request(`/api${path}`, {
    method,
    headers: await signedIn(member),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

export const refusal = (code: string, params: object = {}) => ({ error: { code, params } });

/** A fresh database with a brand, its admin Claire and its manager Hélène. */
export async function makeSettingsWorld() {
  await resetDatabase();
  hearEvents();
  const brand = await makeBrand();
  const claire = await makeMember(brand, { name: "Claire M.", role: "admin" });
  const helene = await makeMember(brand, { name: "Hélène F.", role: "manager" });
  const inBrand = (member: MemberActor, method: string, path: string, body?: unknown) =>
    ask(member, method, `/brands/${brand.slug}${path}`, body);
  const journal = async () =>
    (await inBrand(claire, "GET", "/audits")).json.entries as Record<string, unknown>[];
  return { brand, claire, helene, inBrand, journal, site: `/sites/${brand.site.id}` };
}
