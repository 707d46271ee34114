import { beforeEach, describe, expect, it } from "vitest";
import type { InvitePeople } from "@/lib/domain/invitation/schema";
import { InvitationPage } from "@/lib/domain/invitation/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { removeMember } from "@/lib/server/member/remove-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { acceptInvitation } from "./accept-invitation";
import { getInvitation } from "./get-invitation";
import { invitePeople } from "./invite-people";
import { listInvitations } from "./list-invitations";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const days = (count: number) => later(morning, count * 86_400);

function invite(addresses: string[], terms: Partial<InvitePeople> = {}, member = helene, now = morning) {
  const input: InvitePeople = {
    addresses,
    role: "expert",
    topicIds: [],
    capacity: 1,
    language: "fr",
    ...terms,
  };
  return invitePeople({ member, input, now });
}

/** The token of the newest mail to an address. */
async function tokenFor(email: string): Promise<string> {
  const mail = (await mailsInQueue()).findLast((each) => each.to === email);
  if (mail?.template !== "invitation") throw new Error(`no invitation to ${email}`);
  const token = new URL(mail.data.url).searchParams.get("token");
  if (!token) throw new Error("a link without its token");
  return token;
}

const accept = (token: string, userId: string | null = null, now = days(1)) =>
  acceptInvitation({ input: { token, displayName: "Nadia B.", languages: ["fr"] }, userId, now });

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }) => code,
  );
const only = async () => db().invitation.findFirstOrThrow();

describe("inviting", () => {
  it("judges each address by itself: mails some, and says why not the others", async () => {
    const samir = await makeMember(brand, { name: "Samir" });
    const noor = await makeMember(brand, { name: "Noor", status: "suspended" });
    const emailOf = async ({ userId }: MemberActor) =>
      (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;
    const result = await invite([
      "Nadia@Example.com",
      "nadia@example.com",
      "Ingrid <i@example.com>",
      "",
      (await emailOf(samir)).toUpperCase(),
      await emailOf(noor),
    ]);
    expect(result.invited).toEqual([{ email: "nadia@example.com", isReplaced: false }]);
    expect(result.refused.map(({ reason }) => reason).sort()).toEqual([
      "address",
      "address",
      "member",
      "suspended",
    ]);
    expect(result.refused).toContainEqual({ typed: "Ingrid <i@example.com>", reason: "address" });
    const mails = await mailsInQueue();
    expect(mails).toMatchObject([
      {
        to: "nadia@example.com",
        template: "invitation",
        locale: "fr",
        data: { brand: "Volt & Vélo", inviter: "Hélène R.", role: "expert" },
      },
    ]);
    expect((await only()).tokenHash).not.toContain(await tokenFor("nadia@example.com"));
  });

  it("puts the new one in the place of one that is open: the earlier link is void", async () => {
    await invite(["nadia@example.com"]);
    const first = await tokenFor("nadia@example.com");
    const again = await invite(["NADIA@example.com"], { role: "agent", capacity: 2 }, helene, days(1));
    expect(again.invited).toEqual([{ email: "nadia@example.com", isReplaced: true }]);
    expect(await codeOf(accept(first))).toBe("INVITATION_UNKNOWN");
    await accept(await tokenFor("nadia@example.com"));
    expect(await db().member.findFirst({ where: { displayName: "Nadia B." } })).toMatchObject({
      role: "agent",
      capacity: 2,
    });
  });

  it("leaves one open invitation when two invite the same people at once", async () => {
    const alix = await makeMember(brand, { name: "Alix", role: "admin" });
    const people = ["a@example.com", "b@example.com", "c@example.com"];
    const results = await Promise.all([
      invite(people),
      invite([...people].reverse(), {}, alix),
      invite(people, {}, alix),
    ]);
    const replaced = results.flatMap(({ invited }) => invited.map(({ isReplaced }) => isReplaced));
    expect(replaced.filter((each) => !each)).toHaveLength(3);
    expect(await db().invitation.count()).toBe(3);
  });

  it("gives no role, and no topic, that is not the member's to give", async () => {
    const elsewhere = await makeBrand();
    expect(await codeOf(invite(["a@example.com"], { role: "admin" }))).toBe("FORBIDDEN");
    expect(await codeOf(invite(["a@example.com"], { topicIds: [elsewhere.topics.battery.id] }))).toBe(
      "INVALID_INPUT",
    );
    expect(await db().invitation.count()).toBe(0);
    expect(await mailsInQueue()).toEqual([]);
  });

  it("sends again with a new link and new days, also what expired", async () => {
    await invite(["nadia@example.com"]);
    const first = await tokenFor("nadia@example.com");
    const { id } = await only();
    expect(await listInvitations({ member: helene, now: days(8) })).toMatchObject([{ state: "expired" }]);
    await resendInvitation({ member: helene, invitationId: id, now: days(8) });
    expect(await listInvitations({ member: helene, now: days(9) })).toMatchObject([{ state: "open" }]);
    expect(await codeOf(accept(first, null, days(9)))).toBe("INVITATION_UNKNOWN");
    await accept(await tokenFor("nadia@example.com"), null, days(9));
    expect(await codeOf(resendInvitation({ member: helene, invitationId: id, now: days(9) }))).toBe(
      "INVITATION_USED",
    );
  });

  it("takes back, and only what is one's own brand's and role's", async () => {
    const elsewhere = await makeBrand();
    const stranger = await makeMember(elsewhere, { name: "Stranger", role: "admin" });
    const alix = await makeMember(brand, { name: "Alix", role: "admin" });
    await invite(["boss@example.com"], { role: "admin" }, alix);
    const { id: invitationId } = await only();
    const by = (member: MemberActor) => codeOf(revokeInvitation({ member, invitationId, now: days(1) }));
    expect(await by(stranger)).toBe("NOT_FOUND");
    expect(await by(helene)).toBe("FORBIDDEN");
    expect(await by(alix)).toBe("done");
    expect(await by(alix)).toBe("INVITATION_OVER");
    expect(await codeOf(accept(await tokenFor("boss@example.com")))).toBe("INVITATION_OVER");
    // The address can be invited anew.
    expect((await invite(["boss@example.com"])).invited).toHaveLength(1);
  });
});

describe("accepting", () => {
  it("makes somebody new a member with a session, by one link, once", async () => {
    await invite(["nadia@example.com"], { topicIds: [brand.topics.battery.id] });
    const token = await tokenFor("nadia@example.com");
    const look = (userId: string | null) => getInvitation({ token, userId, now: days(1) });
    expect(InvitationPage.parse(await look(null))).toMatchObject({
      state: "open",
      viewer: "new",
      role: "expert",
      invitedBy: "Hélène R.",
      email: "nadia@example.com",
      brand: { name: "Volt & Vélo" },
    });
    const { session, brandSlug } = await accept(token);
    expect(brandSlug).toBe(brand.slug);
    const user = await db().user.findUniqueOrThrow({
      where: { email: "nadia@example.com" },
      include: { sessions: true, members: { include: { topics: true } } },
    });
    expect(user).toMatchObject({ emailVerified: days(1), locale: "fr", name: "Nadia B." });
    expect(user.sessions.map(({ sessionToken }) => sessionToken)).toEqual([session?.sessionToken]);
    expect(user.members).toMatchObject([
      { role: "expert", isOpen: false, topics: [{ topicId: brand.topics.battery.id }] },
    ]);
    expect(await codeOf(accept(token))).toBe("INVITATION_USED");
    expect(await look(user.id)).toMatchObject({ state: "accepted", viewer: "member" });
    expect(await listInvitations({ member: helene, now: days(1) })).toMatchObject([
      { state: "accepted", memberId: user.members[0]?.id },
    ]);
  });

  it("makes one member of a link that is pressed many times at once", async () => {
    await invite(["nadia@example.com"]);
    const token = await tokenFor("nadia@example.com");
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(accept(token))));
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(codes.filter((code) => code === "INVITATION_USED")).toHaveLength(7);
    expect(await db().member.count({ where: { brandId: brand.id } })).toBe(2);
    expect(await db().session.count()).toBe(1);
  });

  it("makes one account of invitations to two brands that are accepted at once", async () => {
    const other = await makeBrand();
    const alix = await makeMember(other, { name: "Alix", role: "admin" });
    await invite(["nadia@example.com"]);
    const first = await tokenFor("nadia@example.com");
    await invite(["nadia@example.com"], {}, alix);
    const second = await tokenFor("nadia@example.com");
    const codes = await Promise.all([codeOf(accept(first)), codeOf(accept(second))]);
    expect(codes.sort()).toEqual(["SIGNED_OUT", "done"]);
    const { id } = await db().user.findUniqueOrThrow({ where: { email: "nadia@example.com" } });
    const left = await db().invitation.findFirstOrThrow({ where: { acceptedAt: null } });
    await accept(left.brandId === other.id ? second : first, id);
    expect(await db().member.count({ where: { userId: id } })).toBe(2);
  });

  it("asks an account that exists to sign in first, whatever the case of its address", async () => {
    const elsewhere = await makeBrand();
    const nadia = await makeMember(elsewhere, { name: "Nadia" });
    await db().user.update({ where: { id: nadia.userId }, data: { email: "nadia@example.com" } });
    await invite(["NADIA@Example.com"]);
    const token = await tokenFor("nadia@example.com");
    const look = async (userId: string | null) =>
      (await getInvitation({ token, userId, now: days(1) })).viewer;
    expect([await look(null), await look(nadia.userId), await look(helene.userId)]).toEqual([
      "known",
      "invited",
      "other",
    ]);
    expect(await codeOf(accept(token))).toBe("SIGNED_OUT");
    expect(await codeOf(accept(token, helene.userId))).toBe("INVITATION_OTHER_PERSON");
    expect(await db().member.count({ where: { brandId: brand.id } })).toBe(1);
    const { session } = await accept(token, nadia.userId);
    expect(session).toBeNull();
    expect(await db().member.count({ where: { userId: nadia.userId } })).toBe(2);
  });

  it("is not for somebody who is signed in as another, even if nobody has the address yet", async () => {
    await invite(["new@example.com"]);
    const token = await tokenFor("new@example.com");
    expect(await codeOf(accept(token, helene.userId))).toBe("INVITATION_OTHER_PERSON");
    expect(await db().user.count({ where: { email: "new@example.com" } })).toBe(0);
  });

  it("does nothing after seven days, in a closed brand, and for a link that is none", async () => {
    await invite(["nadia@example.com"]);
    const token = await tokenFor("nadia@example.com");
    expect(await codeOf(accept(token, null, days(7)))).toBe("INVITATION_OVER");
    expect(await codeOf(accept("x".repeat(43)))).toBe("INVITATION_UNKNOWN");
    await db().brand.update({ where: { id: brand.id }, data: { deletedAt: days(1) } });
    expect(await codeOf(accept(token))).toBe("INVITATION_OVER");
    expect((await getInvitation({ token, userId: null, now: days(1) })).state).toBe("closed");
    expect(await db().user.count({ where: { email: "nadia@example.com" } })).toBe(0);
  });

  it("brings back who was removed, as the same member on the new terms", async () => {
    const samir = await makeMember(brand, { name: "Samir", load: 0 });
    await db().user.update({ where: { id: samir.userId }, data: { email: "samir@example.com" } });
    await removeMember({ member: helene, memberId: samir.id, now: morning });
    await invite(["samir@example.com"], { role: "agent", capacity: 3 });
    await accept(await tokenFor("samir@example.com"), samir.userId);
    expect(await db().member.findMany({ where: { userId: samir.userId } })).toMatchObject([
      { id: samir.id, status: "active", role: "agent", capacity: 3, removedAt: null, isOpen: false },
    ]);
  });

  it("does not lift a suspension", async () => {
    await invite(["nadia@example.com"]);
    const noor = await makeMember(brand, { name: "Noor", status: "suspended" });
    await db().user.update({ where: { id: noor.userId }, data: { email: "nadia@example.com" } });
    const token = await tokenFor("nadia@example.com");
    expect(await codeOf(accept(token, noor.userId))).toBe("INVITATION_OVER");
    expect((await db().member.findUniqueOrThrow({ where: { id: noor.id } })).status).toBe("suspended");
  });
});
