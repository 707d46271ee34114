import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "@/lib/api/testing/ask";
import { AuditPage } from "@/lib/domain/audit/view";
import { OwnedChange, OwnedList } from "@/lib/domain/ownership/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";

const city = "Volt 3 City";

let brand: TestBrand;
let helene: MemberActor;
let paul: MemberActor;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
  paul = await makeMember(brand, { name: "Paul", role: "manager" });
  samir = await makeMember(brand);
});

const pathOf = (of: MemberActor) => `/members/${of.id}/ownerships`;
const add = (by = helene, more: object = {}, to = samir) =>
  ask(by, "POST", pathOf(to), { product: city, since: "2025-01-10", ...more });
const remove = (by: MemberActor, id: string, of = samir) => ask(by, "DELETE", `${pathOf(of)}/${id}`);
const undo = (by: MemberActor, auditId: string | null) => ask(by, "POST", `/audits/${auditId}/undo`, {});
const changed = ({ json }: { json: unknown }) => OwnedChange.parse(json);
const owned = async (of = samir) => OwnedList.parse((await ask(of, "GET", "/profile/ownerships")).json).owned;
const journal = async () => AuditPage.parse((await ask(helene, "GET", "/audits?kind=member")).json).entries;

/** The brand's word, which Samir brings. */
async function bringToken(): Promise<string> {
  const token = await new SignJWT({ owns: [{ product: city, since: "2024-05-01" }] })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("customer-4711")
    .setIssuedAt()
    .sign(new TextEncoder().encode(brand.site.secret));
  expect((await ask(samir, "POST", "/profile/ownerships/token", { token })).status).toBe(200);
  return token;
}

describe("what a manager knows that somebody owns", () => {
  it("stands with who said it, settles what he said himself, is journaled, and can be undone", async () => {
    await ask(samir, "POST", "/profile/ownerships", { product: city, since: "2024-01-01" });
    const { list, auditId } = changed(await add());
    expect(list).toMatchObject({
      owned: [{ product: city, since: "2025-01-10", proof: "checked", provenBy: "Hélène R." }],
      claims: [],
      products: [city],
    });
    expect(await owned()).toEqual(list.owned);
    expect((await journal())[0]).toMatchObject({
      id: auditId,
      actor: "Hélène R.",
      action: "vouched",
      name: "Samir H.",
      changes: [
        { field: "owns", before: null, after: city },
        { field: "since", before: null, after: "2025-01-10" },
      ],
      canUndo: true,
    });
    expect((await undo(paul, auditId)).status).toBe(200);
    expect(await owned()).toEqual([]);
    expect((await undo(helene, auditId)).error?.code).toBe("UNDO_TOO_LATE");
  });

  it("is written once, however many write it at once", async () => {
    const answers = await Promise.all([add(), add(paul), add(helene, { since: "2020-01-01" }), add(paul)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.flatMap(({ error }) => error?.code ?? [])).toEqual(Array(3).fill("OWNERSHIP_KNOWN"));
    expect(await owned()).toHaveLength(1);
    expect(await db().audit.count({ where: { action: "vouched" } })).toBe(1);
  });

  it("is refused for what he has already, whose day stays", async () => {
    await bringToken();
    expect((await add()).error?.code).toBe("OWNERSHIP_KNOWN");
    expect(await owned()).toMatchObject([{ since: "2024-05-01", proof: "token" }]);
  });

  it.each([
    [
      "in the future",
      () =>
        later(new Date(), 3 * 86_400)
          .toISOString()
          .slice(0, 10),
    ],
    ["before any of the brands", () => "1969-12-31"],
    ["that is none", () => "2025-02-30"],
  ])("cannot be his since a day %s", async (_, day) => {
    const { status, error } = await add(helene, { since: day() });
    expect([status, error]).toMatchObject([400, { code: "INVALID_INPUT", params: { field: "since" } }]);
    expect(await owned()).toEqual([]);
  });

  it("is written by managers and admins, of others alone, in their own brand", async () => {
    const admin = await makeMember(brand, { role: "admin" });
    const agent = await makeMember(brand, { role: "agent" });
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    for (const by of [samir, agent]) expect((await add(by)).status).toBe(403);
    expect((await add(helene, {}, helene)).error?.code).toBe("OWN_MATTER");
    expect((await add(helene, {}, stranger)).status).toBe(404);
    expect(await db().ownership.count()).toBe(0);
    expect((await add(admin)).status).toBe(200);
    const [first] = await owned();
    for (const by of [samir, agent]) expect((await remove(by, `${first?.id}`)).status).toBe(403);
    expect((await ask(stranger, "DELETE", `${pathOf(samir)}/${first?.id}`)).status).toBe(404);
    expect((await remove(helene, `${first?.id}`, paul)).status).toBe(404);
    expect(await owned()).toHaveLength(1);
  });
});

describe("what a manager takes away", () => {
  it("comes back as it was proven, and the customer's purchase still speaks for him alone", async () => {
    const token = await bringToken();
    const [before] = await owned();
    const { list, auditId } = changed(await remove(helene, `${before?.id}`));
    expect(list.owned).toEqual([]);
    expect((await journal())[0]).toMatchObject({
      action: "disowned",
      changes: [{ field: "owns", before: city }, { field: "since" }],
      canUndo: true,
    });
    expect((await undo(paul, auditId)).status).toBe(200);
    expect(await owned()).toEqual([{ ...before, id: expect.any(String) }]);
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    expect((await ask(ingrid, "POST", "/profile/ownerships/token", { token })).error?.code).toBe(
      "OWNERSHIP_SPENT",
    );
  });

  it("goes once, and comes back once, however many decide at once", async () => {
    await add();
    const [first] = await owned();
    const gone = await Promise.all([remove(helene, `${first?.id}`), remove(paul, `${first?.id}`)]);
    expect(gone.map(({ status }) => status).sort()).toEqual([200, 404]);
    const entry = gone.find(({ status }) => status === 200);
    const { auditId } = changed({ json: entry?.json });
    const back = await Promise.all([undo(helene, auditId), undo(paul, auditId)]);
    expect(back.map(({ error }) => error?.code ?? "fine").sort()).toEqual(["UNDO_TOO_LATE", "fine"]);
    expect(await owned()).toHaveLength(1);
  });

  it("doesn't come back where he has it anew, or the purchase speaks for somebody else", async () => {
    const token = await bringToken();
    const { auditId } = changed(await remove(helene, `${(await owned())[0]?.id}`));
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    await ask(ingrid, "POST", "/profile/ownerships/token", { token });
    expect((await undo(helene, auditId)).error?.code).toBe("UNDO_TOO_LATE");
    await add();
    expect((await undo(helene, auditId)).error?.code).toBe("UNDO_TOO_LATE");
    expect(await owned()).toMatchObject([{ proof: "checked" }]);
  });

  it("is given back by another than himself, and by nobody where he took it away himself", async () => {
    await add(paul, {}, helene);
    const [hers] = await owned(helene);
    const byPaul = changed(await remove(paul, `${hers?.id}`, helene));
    expect((await undo(helene, byPaul.auditId)).error?.code).toBe("OWN_MATTER");
    expect((await undo(paul, byPaul.auditId)).status).toBe(200);

    await add();
    await ask(samir, "DELETE", `/profile/ownerships/${(await owned())[0]?.id}`);
    const [last] = await journal();
    expect(last).toMatchObject({ action: "parted", actor: "Samir H.", canUndo: false });
    expect((await undo(helene, `${last?.id}`)).status).toBe(404);
    expect(await owned()).toEqual([]);
  });
});
