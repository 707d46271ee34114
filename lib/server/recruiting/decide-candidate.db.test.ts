import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { candidateToken, makeApplicant } from "@/lib/server/testing/applications";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { acceptCandidate } from "./accept-candidate";
import { declineCandidate } from "./decline-candidate";
import { restoreCandidate } from "./restore-candidate";
import { welcomeCandidate } from "./welcome-candidate";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const days = (count: number) => later(morning, count * 86_400);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }) => code,
  );
const templates = async (email: string) =>
  (await mailsInQueue()).filter(({ to }) => to === email).map(({ template }) => template);
const stagesOf = async (email: string) =>
  (await db().candidate.findMany({ where: { email }, orderBy: { createdAt: "asc" } })).map(
    ({ stage }) => stage,
  );
const accept = (candidate: { id: string; version: number }, member = helene) =>
  acceptCandidate({
    member,
    candidateId: candidate.id,
    input: { version: candidate.version, status: "training" },
    now: morning,
  });

describe("deciding", () => {
  it("makes a member in training, who comes in by his mail without another one", async () => {
    const hugo = await makeApplicant(brand, morning, { topicIds: [brand.topics.brakes.id] });
    const { memberId } = await accept(hugo);
    const member = await db().member.findUniqueOrThrow({
      where: { id: memberId },
      include: { topics: true },
    });
    expect(member).toMatchObject({
      status: "training",
      role: "expert",
      displayName: "Hugo M.",
      isOpen: false,
    });
    expect(member.topics.map(({ topicId }) => topicId)).toEqual([brand.topics.brakes.id]);
    const token = await candidateToken("hugo@example.com");
    const { session, location } = await welcomeCandidate({ token, userId: null, now: days(1) });
    expect(location).toBe(`/${brand.slug}/training`);
    const stored = await db().session.findFirstOrThrow();
    expect(stored).toMatchObject({ sessionToken: session?.sessionToken, userId: member.userId });
    expect(await codeOf(welcomeCandidate({ token, userId: null, now: days(1) }))).toBe("SIGNED_OUT");
    expect(await welcomeCandidate({ token, userId: member.userId, now: days(1) })).toMatchObject({
      session: null,
    });
  });

  it("opens no account that was there before", async () => {
    const other = await makeBrand();
    const samir = await makeMember(other, { name: "Samir" });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    await accept(await makeApplicant(brand, morning, { email }));
    const token = await candidateToken(email);
    expect(await codeOf(welcomeCandidate({ token, userId: null, now: days(1) }))).toBe("SIGNED_OUT");
    expect(await db().session.count()).toBe(0);
  });

  it("lets a link in for its days alone", async () => {
    await accept(await makeApplicant(brand, morning));
    const token = await candidateToken("hugo@example.com");
    expect(await codeOf(welcomeCandidate({ token, userId: null, now: days(14) }))).toBe(
      "APPLICATION_LINK_OVER",
    );
    expect(await codeOf(welcomeCandidate({ token: "no-such", userId: null, now: morning }))).toBe(
      "APPLICATION_LINK_UNKNOWN",
    );
  });

  it("passes the training for a reason, which is kept", async () => {
    const hugo = await makeApplicant(brand, morning);
    const { memberId } = await acceptCandidate({
      member: helene,
      candidateId: hugo.id,
      input: { version: hugo.version, status: "active", reason: "Ran our forum for years." },
      now: morning,
    });
    expect(await db().member.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
      status: "active",
    });
    const audit = await db().audit.findFirstOrThrow({ where: { subject: `member:${memberId}` } });
    expect(audit.after).toMatchObject({ status: "active", reason: "Ran our forum for years." });
  });

  it("lets one of two managers decide, and tells the other", async () => {
    const paul = await makeMember(brand, { name: "Paul G.", role: "manager" });
    const hugo = await makeApplicant(brand, morning);
    const outcomes = await Promise.all([
      codeOf(accept(hugo)),
      codeOf(accept(hugo, paul)),
      codeOf(
        declineCandidate({
          member: paul,
          candidateId: hugo.id,
          input: { version: hugo.version, mail: true },
          now: morning,
        }),
      ),
    ]);
    expect(outcomes.sort()).toEqual(["CANDIDATE_DECIDED", "CANDIDATE_DECIDED", "done"]);
    const mails = (await templates("hugo@example.com")).filter(
      (template) => template !== "application-confirm",
    );
    expect(mails).toHaveLength(1);
  });

  it("takes an acceptance back without a trace, as long as its mail has not left", async () => {
    const hugo = await makeApplicant(brand, morning);
    await accept(hugo);
    const { version } = await restoreCandidate({ member: helene, candidateId: hugo.id, now: morning });
    expect(await stagesOf("hugo@example.com")).toEqual(["applied"]);
    expect(await templates("hugo@example.com")).toEqual(["application-confirm"]);
    expect(await db().user.count({ where: { email: "hugo@example.com" } })).toBe(0);
    const again = await accept({ id: hugo.id, version });
    // Its job is done: the mail has left.
    await db().$executeRaw`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`;
    expect(await codeOf(restoreCandidate({ member: helene, candidateId: hugo.id, now: morning }))).toBe(
      "UNDO_TOO_LATE",
    );
    expect(await db().member.count({ where: { id: again.memberId } })).toBe(1);
  });

  it("gives no place to who has one already, so that undoing takes none from him", async () => {
    const hugo = await makeApplicant(brand, morning);
    const { id } = await makeMember(brand, { name: "Hugo", role: "agent" });
    const agent = await db().member.update({
      where: { id },
      data: { user: { update: { email: "hugo@example.com" } }, createdAt: days(-1) },
    });
    expect(await codeOf(accept(hugo))).toBe("CANDIDATE_IS_MEMBER");
    expect(await stagesOf("hugo@example.com")).toEqual(["applied"]);
    expect(await codeOf(restoreCandidate({ member: helene, candidateId: hugo.id, now: morning }))).toBe(
      "CANDIDATE_DECIDED",
    );
    expect(await db().member.findUniqueOrThrow({ where: { id } })).toEqual(agent);
  });

  it("takes no acceptance back whose mail is being sent", async () => {
    const hugo = await makeApplicant(brand, morning);
    const { memberId } = await accept(hugo);
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker'`;
    expect(await codeOf(restoreCandidate({ member: helene, candidateId: hugo.id, now: morning }))).toBe(
      "UNDO_TOO_LATE",
    );
    expect(await db().member.count({ where: { id: memberId } })).toBe(1);
  });

  it("gives who left before his place back, and only that is taken back", async () => {
    const user = await db().user.create({ data: { name: "Hugo", email: "hugo@example.com" } });
    const before = await db().member.create({
      data: {
        brandId: brand.id,
        userId: user.id,
        role: "agent",
        stage: "full",
        status: "left",
        displayName: "Hugo",
        languages: ["fr"],
        capacity: 4,
        capacityFixed: 4,
        createdAt: days(-30),
        removedAt: days(-3),
        topics: { create: { topicId: brand.topics.brakes.id, thanks: 7, misses: 2 } },
      },
      include: { topics: true },
    });
    const hugo = await makeApplicant(brand, morning, { topicIds: [brand.topics.battery.id] });
    const { memberId } = await accept(hugo);
    expect(memberId).toBe(before.id);
    const came = { where: { id: memberId }, include: { topics: true } };
    expect(await db().member.findUniqueOrThrow(came)).toMatchObject({
      role: "expert",
      status: "training",
      topics: [{ topicId: brand.topics.battery.id }],
    });
    await restoreCandidate({ member: helene, candidateId: hugo.id, now: morning });
    const { version: _version, ...was } = before;
    expect(await db().member.findUniqueOrThrow(came)).toMatchObject(was);
  });

  it("declines with a mail that can be taken back, and brings him back where he stood", async () => {
    const hugo = await makeApplicant(brand, morning);
    const decline = (version: number) =>
      declineCandidate({
        member: helene,
        candidateId: hugo.id,
        input: { version, mail: true, message: "See you next year.", reason: "Too many at once" },
        now: morning,
      });
    await decline(hugo.version);
    expect(await templates("hugo@example.com")).toEqual(["application-confirm", "application-declined"]);
    const { version } = await restoreCandidate({ member: helene, candidateId: hugo.id, now: morning });
    expect(await templates("hugo@example.com")).toEqual(["application-confirm"]);
    expect(await stagesOf("hugo@example.com")).toEqual(["applied"]);
    expect(await codeOf(decline(hugo.version))).toBe("CHANGED_MEANWHILE");
    expect(await codeOf(decline(version))).toBe("done");
  });

  it("knows no candidates of another brand", async () => {
    const stranger = await makeMember(await makeBrand(), { name: "Eve", role: "admin" });
    const hugo = await makeApplicant(brand, morning);
    expect(await codeOf(accept(hugo, stranger))).toBe("NOT_FOUND");
    expect(await codeOf(restoreCandidate({ member: stranger, candidateId: hugo.id, now: morning }))).toBe(
      "NOT_FOUND",
    );
  });
});
