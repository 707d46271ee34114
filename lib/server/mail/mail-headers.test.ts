import { describe, expect, it } from "vitest";
import { mailHeaders } from "./mail-headers";

const mail = { id: "7", hostname: "help.example.com", thread: null, stopUrl: null };
const thread = (isRoot: boolean) => ({ id: "0123456789abcdef", isRoot });

describe("mailHeaders", () => {
  it("gives a mail of no thread an id of its own, and no way to stop what does not come again", () => {
    expect(mailHeaders(mail)).toEqual({
      messageId: "<entraide-7@help.example.com>",
      "Auto-Submitted": "auto-generated",
    });
  });

  it("makes one conversation of a thread: its mails name the first one", () => {
    const first = mailHeaders({ ...mail, thread: thread(true) });
    const second = mailHeaders({ ...mail, id: "8", thread: thread(false) });
    const third = mailHeaders({ ...mail, id: "9", thread: thread(false) });
    expect(first).not.toHaveProperty("References");
    for (const later of [second, third]) {
      expect(later).toMatchObject({ "In-Reply-To": first.messageId, References: first.messageId });
    }
    expect(new Set([first, second, third].map(({ messageId }) => messageId)).size).toBe(3);
  });

  it("lets a mail program stop them with one click", () => {
    expect(mailHeaders({ ...mail, stopUrl: "https://help.example.com/api/x" })).toMatchObject({
      "List-Unsubscribe": "<https://help.example.com/api/x>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });
});
