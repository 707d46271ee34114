import { describe, expect, it } from "vitest";
import { chatsWith, isOnline, peopleOf, presenceDot } from "./people";
import { ago, chatRow, personRow } from "./testing/board";

describe("peopleOf", () => {
  it("shows those who can be asked first, each group by name", () => {
    const people = [
      personRow({ name: "Zoé", presence: "paused" }),
      personRow({ name: "Élodie" }),
      personRow({ name: "Samir", presence: "busy" }),
      personRow({ name: "Fatou" }),
      personRow({ name: "Anna", presence: "away" }),
      personRow({ name: "Julien", kind: "staff" }),
    ];
    expect(peopleOf(people, "owner", "fr").map(({ name }) => name)).toEqual([
      "Élodie",
      "Fatou",
      "Samir",
      "Anna",
      "Zoé",
    ]);
    expect(peopleOf(people, "staff", "fr").map(({ name }) => name)).toEqual(["Julien"]);
  });
});

describe("presence", () => {
  it("is full, half or hollow, and counts as there while free or busy", () => {
    const all = ["free", "busy", "away", "paused"] as const;
    expect(all.map(presenceDot)).toEqual(["free", "busy", "away", "away"]);
    expect(all.filter((presence) => isOnline({ presence }))).toEqual(["free", "busy"]);
  });
});

describe("chatsWith", () => {
  it("finds the chats that a person carries, oldest first", () => {
    const chats = [
      chatRow({ chatId: "new", helperId: "s", startedAt: ago(5) }),
      chatRow({ chatId: "other", helperId: "i" }),
      chatRow({ chatId: "old", helperId: "s", startedAt: ago(500) }),
    ];
    expect(chatsWith("s", chats).map(({ chatId }) => chatId)).toEqual(["old", "new"]);
  });
});
