import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { sayInRoom } from "@/lib/server/room/say-in-room";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { exportMember, readableExport } from "./export-member";

const now = morning;
let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

describe("exportMember", () => {
  it("holds what is kept of him as a candidate, of what he owns, and what was done about him", async () => {
    const member = await makeMember(brand);
    const helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: member.userId } });
    const candidate = { brandId: brand.id, source: "csv", language: "en", stageAt: now, createdAt: now };
    await db().candidate.create({
      data: {
        ...{ ...candidate, stage: "accepted", memberId: member.id, email: "old@example.com" },
        ...{
          name: "Samir of old",
          why: "I like to explain.",
          linkHash: "secret-hash",
          reason: "A good word",
        },
        notes: { create: { authorId: helene.id, text: "Call him twice", createdAt: now } },
      },
    });
    await db().candidate.create({
      data: { ...candidate, stage: "unconfirmed", email, name: "Somebody else" },
    });
    await db().moderationAction.create({
      data: {
        brandId: brand.id,
        actorId: helene.id,
        kind: "pause",
        memberId: member.id,
        reason: "Too sharp",
        actedAt: now,
      },
    });
    const claim = { brandId: brand.id, memberId: member.id, since: now, statedAt: now };
    await db().ownershipClaim.create({ data: { ...claim, product: "Volt 3", orderNumber: "ORDER-77" } });
    await db().ownershipClaim.create({
      data: { ...claim, product: "Volt 4", declinedAt: now, declinedFor: "No such order" },
    });
    const text = JSON.stringify(await exportMember({ member, now }));
    const his = [
      "Samir of old",
      "I like to explain.",
      "A good word",
      "Call him twice",
      "Too sharp",
      "ORDER-77",
    ];
    for (const word of [...his, "No such order"]) expect(text).toContain(word);
    for (const word of ["secret-hash", "Somebody else", helene.id]) expect(text).not.toContain(word);
  });

  it("holds what he wrote and what is said of him, and no visitor", async () => {
    const member = await makeMember(brand);
    const other = await makeMember(brand, { name: "Ingrid" });
    const visitor = await makeVisitor(brand, { firstName: "Marguerite" });
    const chat = await makeChat(brand, visitor, member);
    const message = { brandId: brand.id, chatId: chat.id, sentAt: now, author: "member" as const };
    await db().message.create({
      data: { ...message, seq: 2, clientId: "client-two", memberId: member.id, body: "It survives." },
    });
    await sayInRoom({ member, input: { clientId: "client-three", body: "Mine is fine." }, now });
    await sayInRoom({ member: other, input: { clientId: "client-four", body: "Not his words" }, now });
    const kept = await exportMember({ member, now });
    for (const text of [JSON.stringify(kept), readableExport(kept)]) {
      for (const his of ["It survives.", "Mine is fine.", "Samir H."]) expect(text).toContain(his);
      for (const foreign of ["Marguerite", visitor.id, chat.id, "survive winter", "Not his words"])
        expect(text).not.toContain(foreign);
    }
  });
});
