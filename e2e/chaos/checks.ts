import { setTimeout as pause } from "node:timers/promises";
import { judgeMessages, judgeScreens, type StoredMessage, told } from "@/e2e/chaos/judge";
import type { Crowd } from "@/e2e/chaos/people/crowd";
import { pool } from "@/lib/server/database";
import { findStuck } from "@/lib/server/routing/find-stuck";
import { findUntrueLoads } from "@/lib/server/routing/mend-loads";

/** Between two looks: what is wrong at both is no passing state. */
const LOOK_AGAIN_MS = 3_000;

/** While people are at work: what waits or is booked wrongly at two looks in a row. */
export async function checkAtWork({ brandId }: Crowd): Promise<string[]> {
  const look = async () => ({
    stuck: new Set((await findStuck({ brandId, now: new Date() })).map(({ questionId }) => questionId)),
    untrue: new Set(
      (await findUntrueLoads()).map(({ memberId, load, carried }) => `${memberId} ${load} ${carried}`),
    ),
  });
  const first = await look();
  await pause(LOOK_AGAIN_MS);
  const second = await look();
  return [
    ...told(both(first.stuck, second.stuck), "questions wait while somebody could take them"),
    ...told(both(first.untrue, second.untrue), "members' loads are not what they carry"),
  ];
}

/** Once everybody is at rest: everything that was promised, against the database. */
export async function checkAtRest(
  crowd: Crowd,
): Promise<{ found: Record<string, number>; problems: string[] }> {
  const { record, brandId } = crowd;
  const rowsOf = async <T extends object>(text: string) => (await pool().query<T>(text, [brandId])).rows;
  const questions = await rowsOf<{ id: string; state: string; wave: number; wakeAt: Date | null }>(
    `SELECT id, state, wave, wake_at AS "wakeAt" FROM questions WHERE brand_id = $1`,
  );
  const stored = await rowsOf<StoredMessage>(
    `SELECT chat_id AS "chatId", seq, client_id AS "clientId" FROM messages WHERE brand_id = $1`,
  );
  const offers = await rowsOf<{ questionId: string; memberId: string; round: number }>(
    `SELECT question_id AS "questionId", member_id AS "memberId", round FROM offers
     WHERE brand_id = $1 AND state = 'accepted'`,
  );
  const open = await rowsOf<{ chatId: string }>(
    `SELECT chat_id AS "chatId" FROM segments WHERE brand_id = $1 AND state = 'open'`,
  );
  const together = await rowsOf<object>(
    `SELECT 1 FROM segments a JOIN segments b ON b.chat_id = a.chat_id AND b.id > a.id
     WHERE a.brand_id = $1 AND tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at)
       AND (a.ended_at IS NULL OR a.started_at < a.ended_at) AND (b.ended_at IS NULL OR b.started_at < b.ended_at)`,
  );
  const loads = await rowsOf<{ load: number }>(
    "SELECT load FROM members WHERE brand_id = $1 AND (load <> 0 OR load > capacity)",
  );

  const states = new Map(questions.map(({ id, state }) => [id, state]));
  const running = questions.filter(({ state }) =>
    ["asked", "offering", "calling", "matched"].includes(state),
  );
  const stands = running.map(
    ({ state, wave, wakeAt }) => `${state} in wave ${wave}, due at ${wakeAt?.toISOString() ?? "no time"}`,
  );
  const lost = [...record.questions.keys()].filter((id) => !states.has(id));
  const winners = new Set(offers.map(({ questionId, round }) => `${questionId} ${round}`));
  const kept = new Set(offers.map(({ questionId, memberId }) => `${questionId} ${memberId}`));
  const forgotten = record.accepted.filter(
    ({ questionId, memberId }) => !kept.has(`${questionId} ${memberId}`),
  );
  return {
    found: {
      asked: record.questions.size,
      ended: questions.filter(({ state }) => state === "ended").length,
      left: questions.filter(({ state }) => state === "left").length,
      messages: record.messages.length,
      passedToAnother: offers.length - new Set(offers.map(({ questionId }) => questionId)).size,
      failedRequests: record.failures,
    },
    problems: [
      ...told(lost.length, "questions that were taken are not there any more"),
      ...told(running.length, `questions still run although everybody has finished (${stands.join("; ")})`),
      ...judgeMessages(record.messages, stored),
      ...judgeScreens(record, stored),
      ...told(offers.length - winners.size, "rounds have two accepted offers"),
      ...told(forgotten.length, "acceptances that were answered are not there any more"),
      ...told(open.length, "chats are still in somebody's hands"),
      ...told(together.length, "pairs of helpers carried one chat at the same time"),
      ...told(loads.length, "members have a load although they carry nothing"),
      ...told((await findUntrueLoads()).length, "members' loads are not what they carry"),
      ...[...record.refusals].flatMap(([code, count]) => told(count, `requests were refused with ${code}`)),
    ],
  };
}

const both = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((item) => other.has(item)).length;
