import { describe, expect, it } from "vitest";
import type { Availability } from "@/lib/domain/targeting/launcher";
import { buttonText, isButtonShown, newer, type Situation } from "@/lib/widget/button";

const free: Availability = {
  kind: "community",
  community: 2,
  staff: 1,
  online: 4,
  faces: [],
  promiseSeconds: 30,
  usualSeconds: 12.4,
  share: 1,
  version: 7,
};
const situation: Situation = {
  pages: { include: ["/*"], exclude: ["/", "/contact"] },
  path: "/bikes/volt-3",
  availability: free,
  luck: 0.5,
  running: false,
  opened: false,
  isBanned: false,
};
const words = {
  askOwner: "Ask an owner",
  askStaff: "Ask our staff",
  online: "{count} online",
  usual: "usually answers in {seconds} s",
  promise: "answers in {seconds} s",
  running: "Your question",
  unread: "{count} new",
  panelTitle: "Help",
  leave: "Leave a question",
};

describe("isButtonShown", () => {
  it("is true while somebody can answer on a page of the site", () => {
    expect(isButtonShown(situation)).toBe(true);
    expect(isButtonShown({ ...situation, availability: { ...free, kind: "staff" } })).toBe(true);
  });

  it("is false on excluded pages, without a seat, and when nobody can say", () => {
    expect(isButtonShown({ ...situation, path: "/contact/" })).toBe(false);
    expect(isButtonShown({ ...situation, path: "/" })).toBe(false);
    expect(isButtonShown({ ...situation, availability: { ...free, kind: "none" } })).toBe(false);
    expect(isButtonShown({ ...situation, availability: null })).toBe(false);
  });

  it("stays for leaving a question where the brand wants so, whoever is invited", () => {
    const closed: Availability = { ...free, kind: "none", share: 0, leaving: true };
    expect(isButtonShown({ ...situation, availability: closed, luck: 0.99 })).toBe(true);
    expect(isButtonShown({ ...situation, availability: closed, path: "/contact" })).toBe(false);
    expect(isButtonShown({ ...situation, availability: closed, isBanned: true })).toBe(false);
    // Somebody is there, and this page view is not among those invited.
    expect(isButtonShown({ ...situation, availability: { ...closed, kind: "staff" } })).toBe(false);
  });

  it("invites the share of page views that the brand can serve", () => {
    const at = (share: number, luck: number) =>
      isButtonShown({ ...situation, luck, availability: { ...free, share } });
    expect(at(0.4, 0.39)).toBe(true);
    expect(at(0.4, 0.4)).toBe(false);
    expect(at(1, 0.999)).toBe(true);
    expect(at(0, 0)).toBe(false);
  });

  it("is false for a visitor who may not ask, but never hides what he comes back to", () => {
    const banned: Situation = { ...situation, isBanned: true };
    expect(isButtonShown(banned)).toBe(false);
    expect(isButtonShown({ ...banned, running: true })).toBe(true);
    expect(isButtonShown({ ...banned, opened: true })).toBe(true);
  });

  it("is true wherever something runs, whoever is there", () => {
    const alone: Situation = { ...situation, path: "/contact", availability: null, luck: 0.99 };
    expect(isButtonShown({ ...alone, running: true })).toBe(true);
    expect(isButtonShown({ ...alone, opened: true })).toBe(true);
  });
});

describe("newer", () => {
  it("ignores an older snapshot and one of the same age", () => {
    const older = { ...free, kind: "none" as const, version: 6 };
    expect(newer(free, older)).toBe(free);
    expect(newer(free, { ...older, version: 7 })).toBe(free);
    expect(newer(free, { ...older, version: 8 })?.kind).toBe("none");
    expect(newer(null, older)).toBe(older);
    expect(newer(free, null)).toBeNull();
  });
});

describe("buttonText", () => {
  const text = (availability: Availability | null, running = false, unread = 0) =>
    buttonText(words, { availability, running, unread });

  it("counts who is there and says the usual seconds, or the promise until they are known", () => {
    expect(text(free)).toEqual({
      heading: "Ask an owner",
      line: "4 online · usually answers in 12 s",
      isStaff: false,
    });
    expect(text({ ...free, usualSeconds: null }).line).toBe("4 online · answers in 30 s");
    expect(text({ ...free, online: 0 }).line).toBe("usually answers in 12 s");
  });

  it("promises nothing while nobody is there", () => {
    for (const nobody of [null, { ...free, kind: "none" as const }])
      expect(text(nobody)).toEqual({ heading: "Help", line: "", isStaff: false });
  });

  it("offers to leave a question while nobody is there, and nothing more", () => {
    expect(text({ ...free, kind: "none", leaving: true })).toEqual({
      heading: "Leave a question",
      line: "",
      isStaff: false,
    });
    expect(text({ ...free, leaving: true }).heading).toBe("Ask an owner");
  });

  it("says when it is the staff who answer", () => {
    expect(text({ ...free, kind: "staff" })).toMatchObject({ heading: "Ask our staff", isStaff: true });
  });

  it("speaks of what runs, and of what is unread", () => {
    expect(text(free, true)).toMatchObject({ heading: "Your question", line: "" });
    expect(text(null, true, 2).line).toBe("2 new");
  });
});
