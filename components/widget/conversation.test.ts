import { describe, expect, it } from "vitest";
import { conversationLines, type Line } from "@/components/widget/conversation";
import type { OutgoingMessage } from "@/lib/client/outbox";
import type { MessageView } from "@/lib/domain/chat/view";

const message = (seq: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `m${seq}`,
  chatId: "c1",
  seq,
  clientId: `client-${seq}`,
  author: "member",
  helper: { memberId: "p1", name: "Nadia", kind: "owner" },
  body: `word ${seq}`,
  system: null,
  sentAt: `2026-03-02T10:0${seq}:00Z`,
  isHidden: false,
  attachment: null,
  ...more,
});
const own = (seq: number, body: string) => message(seq, { author: "visitor", helper: null, body });
const joined = (seq: number, name: string) =>
  message(seq, {
    author: "system",
    helper: null,
    system: { kind: "joined", name, helper: "owner", seconds: 11 },
  });
const outgoing = (clientId: string, state: OutgoingMessage["state"] = "sending"): OutgoingMessage => ({
  clientId,
  chatId: "c1",
  body: clientId,
  attachment: null,
  queuedAt: "2026-03-02T10:09:00Z",
  state,
  problem: null,
});
const shape = (lines: Line[]) => lines.map(({ kind, key }) => `${kind} ${key}`);

describe("conversationLines", () => {
  it("begins with the question, once", () => {
    expect(shape(conversationLines("Why?", [joined(1, "Nadia")], []))).toEqual([
      "question question",
      "system client-1",
    ]);
    expect(shape(conversationLines("Why?", [own(1, "Why?"), joined(2, "Nadia")], []))).toEqual([
      "message client-1",
      "system client-2",
    ]);
  });

  it("keeps a line's key when the sent message arrives", () => {
    const before = conversationLines("Why?", [], [outgoing("client-1")]);
    const after = conversationLines("Why?", [own(1, "client-1")], [outgoing("client-1")]);
    expect(before.map(({ key }) => key)).toEqual(after.map(({ key }) => key));
    expect(after).toHaveLength(2);
  });

  it("stamps the last of a person's messages, and every one that was refused", () => {
    const stamped = (lines: Line[]) =>
      lines.flatMap((line) =>
        line.kind !== "system" && line.kind !== "question" && line.endsGroup ? [line.key] : [],
      );
    const julien = message(4, { helper: { memberId: "p2", name: "Julien", kind: "staff" } });
    const late = message(9, { helper: julien.helper });
    expect(
      stamped(conversationLines("Why?", [message(1), message(2), own(3, "ok"), julien, late], [])),
    ).toEqual(["client-2", "client-3", "client-4", "client-9"]);
    const queue = [outgoing("a", "failed"), outgoing("b", "waiting"), outgoing("c", "waiting")];
    expect(stamped(conversationLines("Why?", [], queue))).toEqual(["a", "c"]);
  });

  it("tells the first who joined from those who came later", () => {
    const lines = conversationLines("Why?", [joined(1, "Nadia"), joined(2, "Julien")], []);
    expect(lines.flatMap((line) => (line.kind === "system" ? [line.isFirstJoin] : []))).toEqual([
      true,
      false,
    ]);
  });
});
