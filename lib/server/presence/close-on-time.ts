import { z } from "zod";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { selfView } from "./self-view";

const Closed = z.array(z.object({ id: z.string() }));

/**
 * "Open until" came: closes whoever of a brand said so, recorded as a pause at that time, and tells his screens. Nobody
 * needs this to know who is open: `open_until` says it of itself. What rings may still be taken, unlike after a pause by
 * his own hand: he may be on his way to the button. Several may run at once; each closing happens once.
 */
export async function closeOnTime({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  await commit(async (tx, emit) => {
    const closed = Closed.parse(
      await tx.$queryRaw`
        WITH over AS (
          SELECT id, brand_id, open_until FROM members
          WHERE brand_id = ${brandId} AND is_open AND open_until <= ${now} ORDER BY id FOR NO KEY UPDATE),
        noted AS (
          INSERT INTO presence_events (brand_id, member_id, kind, at)
          SELECT brand_id, id, 'paused', open_until FROM over ON CONFLICT DO NOTHING)
        UPDATE members m SET is_open = false, open_until = NULL FROM over WHERE m.id = over.id RETURNING m.id`,
    );
    for (const { id: memberId } of closed)
      emit(toMember(memberId, "self.changed", await selfView({ tx, memberId, now })));
  });
}
