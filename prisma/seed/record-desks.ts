import type { Tx } from "@/lib/server/commit";
import { recordPresence } from "@/lib/server/presence/record-presence";
import type { AtDesk, Cast } from "./cast";

/** Writes when people were at their desks, open for questions. */
export async function recordDesks<Helper extends string>(
  tx: Tx,
  { brand, members }: Pick<Cast<Helper>, "brand" | "members">,
  desks: readonly AtDesk<Helper>[],
): Promise<void> {
  await recordPresence(
    tx,
    joined(desks).flatMap(({ persona, from, to }) => {
      const { id: memberId } = members[persona];
      const event = { brandId: brand.id, memberId };
      return [
        { ...event, kind: "there", at: from },
        { ...event, kind: "opened", at: from },
        { ...event, kind: "paused", at: to },
        { ...event, kind: "gone", at: to },
      ] as const;
    }),
  );
}

/** Times at desks in their order, those of a person that touch as one. */
function joined<Helper extends string>(desks: readonly AtDesk<Helper>[]): AtDesk<Helper>[] {
  const whole: AtDesk<Helper>[] = [];
  for (const desk of [...desks].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.findLast(({ persona }) => persona === desk.persona);
    if (!last || last.to < desk.from) whole.push({ ...desk });
    else if (last.to < desk.to) last.to = desk.to;
  }
  return whole;
}
