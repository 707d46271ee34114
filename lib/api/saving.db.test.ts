import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { later, now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";
import { ask, makeSettingsWorld, refusal } from "./testing/settings-world";

type World = Awaited<ReturnType<typeof makeSettingsWorld>>;

let brand: TestBrand;
let claire: MemberActor;
let helene: MemberActor;
let site: string;
let inBrand: World["inBrand"];
let journal: World["journal"];
beforeEach(async () => {
  ({ brand, claire, helene, site, inBrand, journal } = await makeSettingsWorld());
});

describe("saving settings", () => {
  it("writes what differs, with its line in the journal", async () => {
    const saved = await inBrand(helene, "PATCH", "/settings", {
      version: 1,
      name: "Volt",
      timeZone: "Europe/Paris",
      settings: { targetSeconds: 20, promiseSeconds: 30 },
    });
    expect(saved).toMatchObject({ status: 200, json: { version: 2 } });
    const stored = await inBrand(helene, "GET", "/settings");
    expect(stored.json).toMatchObject({ name: "Volt", settings: { targetSeconds: 20 }, version: 2 });
    expect(await journal()).toMatchObject([
      {
        id: saved.json.auditId,
        actor: "Hélène F.",
        action: "changed",
        kind: "brand",
        changes: [
          { field: "name", before: "Volt & Vélo", after: "Volt" },
          { field: "settings.targetSeconds", before: null, after: 20 },
        ],
        canUndo: true,
      },
    ]);
  });

  it("does nothing for what is so already", async () => {
    const saved = await inBrand(helene, "PATCH", "/settings", { version: 1, name: "Volt & Vélo" });
    expect(saved.json).toEqual({ version: 1, auditId: null });
  });

  it("refuses settings that contradict each other", async () => {
    const answer = await inBrand(helene, "PATCH", "/settings", {
      version: 1,
      settings: { targetSeconds: 60 },
    });
    expect(answer.json).toMatchObject(refusal("INVALID_INPUT", { field: "settings.promiseSeconds" }));
  });

  it("tells the second of two who save at once, and loses nothing of either", async () => {
    const names = ["Volt", "Vélo"];
    const answers = await Promise.all(
      names.map((name, index) =>
        inBrand(index === 0 ? claire : helene, "PATCH", "/settings", { version: 1, name }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.findIndex(({ status }) => status === 200);
    const lost = 1 - won;
    const winner = won === 0 ? "Claire M." : "Hélène F.";
    expect(answers[lost]?.json).toEqual(refusal("CHANGED_MEANWHILE", { name: winner }));
    const stored = (await inBrand(claire, "GET", "/settings")).json;
    expect(stored).toMatchObject({ name: names[won], version: 2 });
    // He saves his all the same, on what he was shown.
    const again = await inBrand(claire, "PATCH", "/settings", { version: stored.version, name: names[lost] });
    expect(again.json).toMatchObject({ version: 3 });
    expect(await journal()).toHaveLength(2);
  });
});

describe("undo", () => {
  const rename = async (name: string, version: number) =>
    String((await inBrand(helene, "PATCH", "/settings", { version, name })).json.auditId);
  const undo = (member: MemberActor, id: string) => inBrand(member, "POST", `/audits/${id}/undo`);

  it("takes one change back, once, and can itself be taken back", async () => {
    const changed = await rename("Volt", 1);
    const undone = await undo(claire, changed);
    expect(undone).toMatchObject({ status: 200, json: { version: 3 } });
    expect((await inBrand(claire, "GET", "/settings")).json.name).toBe("Volt & Vélo");
    expect(await undo(claire, changed)).toMatchObject({
      status: 409,
      json: refusal("UNDO_TOO_LATE", { name: "Claire M." }),
    });
    expect(await journal()).toMatchObject([
      { isUndo: true, isUndone: false, canUndo: true },
      { isUndo: false, isUndone: true, canUndo: false },
    ]);
    await undo(claire, String(undone.json.auditId));
    expect((await inBrand(claire, "GET", "/settings")).json.name).toBe("Volt");
  });

  it("is refused after a later change of the same field, and not after one of another", async () => {
    const first = await rename("Volt", 1);
    await inBrand(helene, "PATCH", "/settings", { version: 2, settings: { targetSeconds: 20 } });
    expect(await undo(claire, first)).toMatchObject({ status: 200 });
    const second = await rename("Volt", 4);
    await rename("Vélo", 5);
    expect(await undo(claire, second)).toMatchObject({
      json: refusal("UNDO_TOO_LATE", { name: "Hélène F." }),
    });
  });

  it("needs what the change needed, and 30 days are enough", async () => {
    const saved = await inBrand(claire, "PATCH", site, { version: 1, name: "Store" });
    const auditId = String(saved.json.auditId);
    expect(await undo(helene, auditId)).toMatchObject({ status: 403 });
    await expect(
      undoAudit({ member: claire, auditId, now: later(now(), 30 * 86_400 + 60) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await undo(claire, auditId)).toMatchObject({ status: 200 });
  });

  it("knows no entry of another brand, nor one that stays", async () => {
    const other = await makeBrand();
    const eve = await makeMember(other, { role: "admin" });
    const id = await rename("Volt", 1);
    expect(await ask(eve, "POST", `/brands/${other.slug}/audits/${id}/undo`)).toMatchObject({ status: 404 });
    const made = await inBrand(claire, "POST", "/sites", { name: "Blog", allowedOrigins: [] });
    expect(made.status).toBe(200);
    const [created] = await journal();
    expect(created).toMatchObject({ action: "created", canUndo: false });
    expect(await undo(claire, String(created?.id))).toMatchObject({ status: 404 });
  });
});

describe("the journal", () => {
  it("names the topics that a member was given", async () => {
    const samir = await makeMember(brand);
    await db().audit.create({
      data: {
        brandId: brand.id,
        actorId: claire.id,
        action: "changed",
        subject: `member:${samir.id}`,
        before: { topicIds: [] },
        after: { topicIds: [brand.topics.battery.id] },
        at: now(),
      },
    });
    expect(await journal()).toMatchObject([
      { name: "Samir H.", changes: [{ field: "topicIds", before: [], after: ["Battery"] }] },
    ]);
  });

  it("is read by kind, in pages", async () => {
    for (let version = 1; version <= 31; version++)
      await inBrand(helene, "PATCH", "/settings", { version, name: `Volt ${version}` });
    await inBrand(claire, "PATCH", site, { version: 1, name: "Store" });
    const first = (await inBrand(helene, "GET", "/audits?kind=brand")).json;
    expect(first.entries).toHaveLength(30);
    const second = (await inBrand(helene, "GET", `/audits?kind=brand&before=${first.next}`)).json;
    expect(second).toMatchObject({ entries: [{ kind: "brand" }], next: null });
    expect((await inBrand(helene, "GET", "/audits?kind=site")).json.entries).toMatchObject([
      { kind: "site", name: "Store", canUndo: false },
    ]);
    expect((await inBrand(helene, "GET", "/audits?kind=nonsense")).status).toBe(400);
  });
});
