import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { MemberActor } from "@/lib/server/account/actor";
import { awardBadges } from "@/lib/server/badge/award-badges";
import { endRemoved } from "@/lib/server/brand/end-removed";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeBrand, makeMember, makeVisitor, type TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let samir: MemberActor;
let awardId: string;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  const marie = await makeVisitor(brand);
  await rate(marie, await makeEndedChat(brand, marie, samir));
  ({ id: awardId } = await db().award.findFirstOrThrow());
});

const get = async (path: string, member?: MemberActor) =>
  api.request(path, member ? { headers: await signedIn(member) } : {});
const take = (member = samir) => get(`/api/brands/${member.brandSlug}/profile/records/${awardId}`, member);
const check = async (record: string, slug = brand.slug) => {
  const answer = await api.request(`/api/open-badges/${slug}/check`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ record }),
  });
  return { status: answer.status, json: await answer.json() };
};

/** What the JSON Schema of Open Badges 3.0's AchievementCredential asks for, of the parts that we write. */
const uri = z.string().regex(/^(https?:\/\/|urn:uuid:)/);
const AchievementCredential = z.strictObject({
  "@context": z.tuple([
    z.literal("https://www.w3.org/ns/credentials/v2"),
    z.literal("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
  ]),
  id: uri,
  type: z.tuple([z.literal("VerifiableCredential"), z.literal("OpenBadgeCredential")]),
  name: z.string().min(1),
  issuer: z.strictObject({ id: uri, type: z.tuple([z.literal("Profile")]), name: z.string(), url: uri }),
  validFrom: z.iso.datetime(),
  credentialSubject: z.strictObject({
    type: z.tuple([z.literal("AchievementSubject")]),
    identifier: z
      .array(
        z.strictObject({
          type: z.literal("IdentityObject"),
          hashed: z.boolean(),
          identityHash: z.string(),
          identityType: z.enum(["name", "emailAddress"]),
          salt: z.string().optional(),
        }),
      )
      .min(1),
    achievement: z.strictObject({
      id: uri,
      type: z.tuple([z.literal("Achievement")]),
      achievementType: z.literal("Badge"),
      name: z.string().min(1),
      description: z.string().min(1),
      criteria: z.strictObject({ narrative: z.string().min(1) }),
    }),
  }),
  credentialStatus: z.strictObject({ id: uri, type: z.literal("1EdTechRevocationList") }),
  credentialSchema: z.array(z.strictObject({ id: uri, type: z.literal("1EdTechJsonSchemaValidator2019") })),
  // Registered claims of the JWT proof format.
  iss: uri,
  jti: uri,
  nbf: z.int(),
});

describe("a record of a badge", () => {
  it("is a credential of Open Badges 3.0 that anybody can check with the key that it names", async () => {
    const answer = await take();
    expect(answer.headers.get("content-disposition")).toContain(".jwt");
    const record = await answer.text();
    const { alg, kid } = decodeProtectedHeader(record);
    expect(alg).toBe("RS256");
    const jwk = (await (await get(new URL(`${kid}`).pathname)).json()) as JWK;
    expect(jwk.d).toBeUndefined();
    const { payload } = await jwtVerify(record, await importJWK(jwk, "RS256"));
    const credential = AchievementCredential.parse(payload);
    expect(credential).toMatchObject({ iss: credential.issuer.id, jti: credential.id });
    const { keys } = (await (await get("/api/open-badges/keys")).json()) as { keys: JWK[] };
    expect(keys).toEqual([jwk]);
    for (const id of [credential.iss, credential.credentialSubject.achievement.id])
      expect(await (await get(new URL(id).pathname)).json()).toMatchObject({ id });
  });

  it("says the holder's name, and his address to nobody", async () => {
    const record = await (await take()).text();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    const said = JSON.stringify(decodeJwt(record));
    expect(said).toContain("Samir H.");
    expect(said).not.toContain(email);
  });

  it("is written for its holder alone", async () => {
    expect((await take(await makeMember(brand, { name: "Ingrid S." }))).status).toBe(404);
    expect((await take(await makeMember(await makeBrand()))).status).toBe(404);
    expect((await get(`/api/brands/${brand.slug}/profile/records/${awardId}`)).status).toBe(401);
  });

  it("is known again as long as it holds", async () => {
    const record = await (await take()).text();
    expect((await check(record)).json).toMatchObject({
      result: "valid",
      name: "Samir H.",
      badge: { names: { en: "First answer" } },
    });
    expect(await (await get(`/api/open-badges/${brand.slug}/revocations`)).json()).toMatchObject({
      revokedCredentials: [],
    });
    await db().award.update({
      where: { id: awardId },
      data: { withdrawnAt: new Date(), withdrawnFor: "A mistake" },
    });
    expect((await check(record)).json).toEqual({ result: "withdrawn" });
    const list = await (await get(`/api/open-badges/${brand.slug}/revocations`)).json();
    expect(list).toMatchObject({ revokedCredentials: [{ id: decodeJwt(record).jti, revoked: true }] });
    expect((await take()).status).toBe(404);
  });

  it("is foreign when another brand or another key wrote it, or a letter was changed", async () => {
    const record = await (await take()).text();
    const [header, payload = "", signature] = record.split(".");
    const changed = Buffer.from(payload, "base64url").toString().replace("Samir", "Tomas");
    const forged = [header, Buffer.from(changed).toString("base64url"), signature].join(".");
    const other = await makeBrand();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    const byHmac = await new SignJWT(decodeJwt(record))
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(env().NEXTAUTH_SECRET));
    for (const text of [forged, unsigned, byHmac, "no record at all"])
      expect((await check(text)).json).toEqual({ result: "foreign" });
    expect((await check(record, other.slug)).json).toEqual({ result: "foreign" });
    expect((await check(record, "no-such-brand")).status).toBe(404);
  });

  it("is taken back with what it rests on, for good", async () => {
    const record = await (await take()).text();
    const fact = await db().fact.findFirstOrThrow();
    const rule = (counts: boolean) =>
      db().factRuling.create({
        data: { brandId: brand.id, factId: fact.id, counts, sourceId: "a-review", at: new Date() },
      });
    await rule(false);
    await awardBadges({ memberId: samir.id });
    const revoked = { revokedCredentials: [{ id: decodeJwt(record).jti, revoked: true }] };
    const list = async () => (await get(`/api/open-badges/${brand.slug}/revocations`)).json();
    expect(await list()).toMatchObject(revoked);
    expect((await check(record)).json).toEqual({ result: "withdrawn" });
    await rule(true);
    await awardBadges({ memberId: samir.id });
    expect(await db().award.count()).toBe(1);
    expect(await list()).toMatchObject(revoked);
    expect((await check(record)).json).toEqual({ result: "withdrawn" });
  });

  it("says what earned it, by the rule of its time", async () => {
    const rule = { fact: "thanks.received", count: 20 };
    await db().badge.updateMany({ where: { key: "welcome-1" }, data: { rule } });
    const record = AchievementCredential.parse(decodeJwt(await (await take()).text()));
    expect(record.credentialSubject.achievement.criteria.narrative).toContain("Earned by 1 confirmed");
  });

  it("can be checked where the brand keeps its community to itself, and none more is given out", async () => {
    const record = await (await take()).text();
    await db().brand.update({ where: { id: brand.id }, data: { publishesCommunity: false } });
    await db().member.update({ where: { id: samir.id }, data: { displayName: "Another name" } });
    expect((await check(record)).json).toMatchObject({ result: "valid", name: "Samir H." });
    const { iss, credentialSubject } = AchievementCredential.parse(decodeJwt(record));
    for (const id of [iss, credentialSubject.achievement.id, `${iss}/revocations`])
      expect((await get(new URL(id).pathname)).status).toBe(200);
    expect((await take()).status).toBe(404);
  });

  it("ends with its brand, and so does the list of what was taken back", async () => {
    await db().revokedAward.create({ data: { id: "one-more", brandId: brand.id } });
    const now = new Date();
    await db().brand.update({ where: { id: brand.id }, data: { deletedAt: now } });
    expect((await get(`/api/open-badges/${brand.slug}/revocations`)).status).toBe(404);
    await endRemoved({ now: new Date(now.getTime() + 31 * 86_400_000) });
    expect([await db().brand.count(), await db().revokedAward.count()]).toEqual([0, 0]);
  });
});
