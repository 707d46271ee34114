import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { Conversation } from "@/lib/domain/conversation/view";
import { VisitorRecord } from "@/lib/domain/visitor/view";
import { later } from "@/lib/server/clock";
import { getConversation } from "@/lib/server/conversation/get-conversation";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeMarkedVisitor } from "@/lib/server/testing/marked-visitor";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { getVisitorRecord } from "@/lib/server/visitor/get-visitor-record";
import { api } from "./app";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const now = later(morning, 600);
const Exported = z.object({
  visitors: z.array(z.object({ externalId: z.string(), profile: z.object({ name: z.string() }) })),
  visits: z.array(z.unknown()),
  reports: z.array(z.object({ words: z.string() })),
  conversations: z.array(
    z.object({
      text: z.string(),
      messages: z.array(z.object({ author: z.string(), text: z.string().nullable() })),
      ratings: z.array(z.object({ words: z.string() })),
    }),
  ),
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
});

describe("what a brand knows of a visitor", () => {
  it("stands on his record, and goes with him as a file", { timeout: 60_000 }, async () => {
    const { visitor, token, agent, questionIds } = await makeMarkedVisitor(brand, "zebrafish");
    const record = VisitorRecord.parse(await getVisitorRecord({ member: agent, visitorId: visitor.id, now }));
    expect(record).toMatchObject({
      profile: { name: "Marie zebrafish", isVerified: true },
      externalId: "zebrafish-customer",
      browsers: 1,
      visitCount: 1,
      conversationCount: 3,
      bans: [{ reason: "Ban zebrafish" }],
    });
    expect(record.conversations.map(({ state }) => state)).toEqual(["running", "left", "ended"]);

    const own = await api.request("/api/visitor/export", { headers: { authorization: `Bearer ${token}` } });
    const staffs = await api.request(`/api/brands/${brand.slug}/visitors/${visitor.id}/export`, {
      headers: await signedIn(agent),
    });
    expect(own.headers.get("content-disposition")).toBe('attachment; filename="visitor.json"');
    for (const answer of [own, staffs]) {
      const file = Exported.parse(await answer.json());
      expect(file.conversations.map(({ text }) => text)).toEqual(Array(3).fill("Question zebrafish"));
      expect(file.conversations[0]?.ratings).toHaveLength(2);
      expect(file.files).toHaveLength(4);
      expect(Buffer.from(file.files[0]?.base64 ?? "", "base64").toString()).toContain(
        "%PDF-1.7\n% zebrafish",
      );
      // A helper's message that was hidden stays hidden from him; staff's notes are not his to read.
      expect(file.conversations[0]?.messages).toContainEqual({ author: "member", text: null });
      expect(JSON.stringify(file)).not.toContain("Note zebrafish");
    }

    const [questionId = ""] = questionIds;
    const conversation = Conversation.parse(await getConversation({ member: agent, questionId, now }));
    const steps = conversation.timeline.map(({ kind, name, asked }) => [kind, name ?? asked.join()]);
    expect(steps.map(([kind]) => kind)).toEqual([
      "asked",
      expect.stringMatching(/^(wave|called)$/),
      "accepted",
      "handed_over",
      expect.stringMatching(/^(wave|called)$/),
      "accepted",
      "ended",
    ]);
    expect(steps[1]).toEqual([expect.anything(), "Samir H."]);
    expect(steps[5]).toEqual(["accepted", "Julien"]);
    expect(conversation.notes).toMatchObject([{ body: "Note zebrafish", isOwn: true }]);
  });

  it("is nothing to another brand", { timeout: 60_000 }, async () => {
    const { visitor } = await makeMarkedVisitor(brand, "zebrafish");
    const foreigner = await makeMember(await makeBrand(), { role: "admin" });
    await expect(getVisitorRecord({ member: foreigner, visitorId: visitor.id, now })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await api.request("/api/visitor/export")).status).toBe(401);
    expect((await api.request("/api/visitor/erase", { method: "POST" })).status).toBe(401);
  });
});
