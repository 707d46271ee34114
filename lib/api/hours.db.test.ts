import { beforeEach, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
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

const office = Array.from({ length: 7 }, () => [{ from: "09:00", to: "18:00" }]);

async function save(member: MemberActor, hours: unknown, slug = brand.slug) {
  const answer = await api.request(`/api/brands/${slug}/settings`, {
    method: "PATCH",
    headers: await signedIn(member),
    body: JSON.stringify({ version: 1, hours }),
  });
  return {
    status: answer.status,
    json: (await answer.json()) as { error?: { code: string; params: object } },
  };
}

it("is saved by a manager, and read back as it was", async () => {
  const exceptions = [{ from: "2026-12-25", yearly: true, who: "all", ranges: [], name: "Christmas" }];
  expect((await save(helene, { staff: office, exceptions })).status).toBe(200);
  const answer = await api.request(`/api/brands/${brand.slug}/settings`, { headers: await signedIn(helene) });
  expect(await answer.json()).toMatchObject({
    hours: { staff: office, exceptions },
    version: 2,
  });
});

it("is refused by what is wrong with it, and nothing changes", async () => {
  const clash = office.map((day, index) => (index === 2 ? [...day, { from: "17:00", to: "20:00" }] : day));
  const { status, json } = await save(helene, { owner: clash });
  expect(status).toBe(400);
  expect(json.error).toMatchObject({ code: "INVALID_INPUT", params: { field: "hours.owner.2" } });
  expect((await save(helene, { owner: office.slice(1) })).status).toBe(400);
  const again = { from: "2026-12-25", who: "all", ranges: [] };
  expect((await save(helene, { exceptions: [again, again] })).status).toBe(400);
  expect(await db().brand.findUniqueOrThrow({ where: { id: brand.id } })).toMatchObject({
    hours: {},
    version: 1,
  });
});

it("is not an expert's or an agent's to set, nor another brand's manager's", async () => {
  for (const role of ["expert", "agent"] as const)
    expect((await save(await makeMember(brand, { role }), { owner: office })).status).toBe(403);
  const elsewhere = await makeMember(await makeBrand(), { role: "manager" });
  expect((await save(elsewhere, { owner: office })).status).toBe(404);
});

it("lets two managers know of each other", async () => {
  expect((await save(helene, { staff: office })).status).toBe(200);
  const alix = await makeMember(brand, { name: "Alix", role: "admin" });
  expect((await save(alix, { owner: office })).json.error).toMatchObject({
    code: "CHANGED_MEANWHILE",
    params: { name: "Hélène R." },
  });
});
