import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeVisitor, morning } from "@/lib/server/testing/world";
import { beatVisitor } from "./beat-visitor";
import { updateContext } from "./update-context";

let visitor: Awaited<ReturnType<typeof makeVisitor>>;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  visitor = await makeVisitor(await makeBrand());
});

const at = (minutes: number) => later(morning, minutes * 60);
const open = (page: string, minutes: number) =>
  updateContext({
    visitor,
    context: { page: { url: `https://shop.example.com/${page}`, title: page } },
    now: at(minutes),
  });
const visits = () => db().visit.findMany({ orderBy: { startedAt: "asc" } });

describe("visits", () => {
  it("count the pages of one stay, and a page that is opened twice in a row once", async () => {
    for (const [page, minutes] of [
      ["bikes", 0],
      ["bikes", 1],
      ["volt", 2],
      ["bikes", 20],
    ] as const)
      await open(page, minutes);
    expect(await visits()).toMatchObject([
      {
        entryUrl: "https://shop.example.com/bikes",
        entryTitle: "bikes",
        lastUrl: "https://shop.example.com/bikes",
        pages: 3,
        startedAt: at(0),
        lastSeenAt: at(20),
      },
    ]);
  });

  it("begin anew after half an hour, not before", async () => {
    await open("bikes", 0);
    await open("volt", 29);
    expect(await visits()).toHaveLength(1);
    await open("volt", 59);
    expect(await visits()).toMatchObject([{ pages: 2 }, { pages: 1, entryTitle: "volt" }]);
  });

  it("go on while the panel is open", async () => {
    await open("bikes", 0);
    for (const minutes of [10, 20, 30, 40]) await beatVisitor({ visitor, now: at(minutes) });
    await open("volt", 60);
    expect(await visits()).toMatchObject([{ pages: 2, lastSeenAt: at(60) }]);
  });

  it("are not begun by a cart that changes", async () => {
    await updateContext({
      visitor,
      context: { cart: { currency: "EUR", total: 1, items: [] } },
      now: at(0),
    });
    expect(await visits()).toEqual([]);
  });
});
