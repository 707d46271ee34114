import { beforeEach, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const terms = { role: "expert", topicIds: [], capacity: 1, language: "en" };

async function invite(member: MemberActor, body: unknown, slug = brand.slug) {
  return api.request(`/api/brands/${slug}/invitations`, {
    method: "POST",
    headers: await signedIn(member),
    body: JSON.stringify(body),
  });
}

const accept = (headers: Record<string, string>, body: unknown) =>
  api.request("/api/invitations/accept", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function invited(): Promise<string> {
  await invite(helene, { ...terms, addresses: ["nadia@example.com"] });
  const mail = (await mailsInQueue()).at(-1);
  if (mail?.template !== "invitation") throw new Error("no invitation");
  return new URL(mail.data.url).searchParams.get("token") ?? "";
}

const ours = { origin: "http://localhost:3000" };

it("signs somebody new in by his browser's cookie, which opens the brand", async () => {
  const answer = await accept(ours, { token: await invited(), displayName: "Nadia", languages: ["en"] });
  expect(await answer.json()).toEqual({ location: `/${brand.slug}/desk` });
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^next-auth\.session-token=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
  const profile = await api.request(`/api/brands/${brand.slug}/profile`, {
    headers: { cookie: cookie.split(";")[0] ?? "" },
  });
  expect(await profile.json()).toMatchObject({ name: "Nadia", email: "nadia@example.com", role: "expert" });
});

it("is accepted from our own page alone, with a name and a language", async () => {
  const token = await invited();
  const words = { token, displayName: "Nadia", languages: ["en"] };
  expect((await accept({ origin: "https://evil.example" }, words)).status).toBe(403);
  expect((await accept({}, words)).status).toBe(403);
  for (const wrong of [{ displayName: " " }, { languages: [] }, { languages: ["xx"] }, { token: { gt: "" } }])
    expect((await accept(ours, { ...words, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  expect(await db().user.count({ where: { email: "nadia@example.com" } })).toBe(0);
});

it("invites for managers of the brand alone, with what can be read", async () => {
  const julien = await makeMember(brand, { name: "Julien", role: "agent" });
  const stranger = await makeMember(await makeBrand(), { name: "Stranger", role: "admin" });
  const body = { ...terms, addresses: ["nadia@example.com"] };
  expect((await invite(julien, body)).status).toBe(403);
  expect((await invite(stranger, body)).status).toBe(404);
  for (const wrong of [
    { addresses: [] },
    { addresses: "nadia@example.com" },
    { addresses: [{ email: "x" }] },
    { addresses: Array(51).fill("nadia@example.com") },
    { capacity: 5 },
    { language: "xx" },
    { role: "boss" },
  ])
    expect((await invite(helene, { ...body, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  expect(await mailsInQueue()).toEqual([]);
});
