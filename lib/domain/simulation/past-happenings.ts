import type { Past } from "./past";
import type { Happening } from "./world";

/** What really happened, told as a run tells it, so that both are measured with the same rule. */
export function happeningsOf({ people, questions }: Past): Happening[] {
  const ms = (seconds: number) => Math.round(seconds * 1000);
  const happenings: Happening[] = people.flatMap(({ memberId, presence }) =>
    presence.flatMap(({ from, to }): Happening[] => [
      { kind: "present", at: ms(from), memberId },
      { kind: "absent", at: ms(to), memberId },
    ]),
  );
  for (const { id, at, as, waited, memberId, chatSeconds, promiseKept, reactions } of questions) {
    const settled = at + waited;
    if (memberId && as === "answered") {
      happenings.push(
        { kind: "joined", at: ms(settled), id, memberId, chats: 0 },
        { kind: "freed", at: ms(settled + (chatSeconds ?? 0)), memberId, chats: 0 },
      );
    }
    const outcome = { id, askedAt: at, as, waited, memberId, promiseKept, offers: reactions.length };
    happenings.push({ kind: "over", at: ms(settled), outcome });
  }
  return happenings.sort((a, b) => a.at - b.at);
}
