import type { ClientBase } from "pg";
import { idOf, idSql, type SeededBrand } from "@/e2e/bench/people";

/** What a brand has whom nobody limits otherwise. */
export const TOPICS = 4;

/** A brand with one site and four topics, and nobody in it. */
export async function seedBrand(client: ClientBase, number: number): Promise<SeededBrand> {
  const slug = `bench-${number}`;
  const id = idOf("brand", number);
  await client.query(
    "INSERT INTO brands (id, slug, name, languages, time_zone) VALUES ($1, $2, $3, '{en,fr}', 'Europe/Paris')",
    [id, slug, `Bench ${number}`],
  );
  await client.query(
    `INSERT INTO sites (id, brand_id, name, public_key, secret, allowed_origins)
     VALUES ($1, $2, 'Shop', $3, $3, '{https://shop.example.com}')`,
    [idOf("site", number), id, slug],
  );
  await client.query(
    `INSERT INTO topics (id, brand_id, slug, names)
     SELECT ${idSql("topic", number)}, $1, 'topic-' || i, jsonb_build_object('en', 'Topic ' || i, 'fr', 'Sujet ' || i)
     FROM generate_series(0, ${TOPICS - 1}) i`,
    [id],
  );
  return { number, slug };
}

/**
 * Members, signed in where `signedIn`. Every `openEach`-th of them (1: all) is open, with a screen alive for the whole
 * run. The n-th knows one to three of the topics; all have helped before.
 */
export async function seedMembers(
  client: ClientBase,
  { number }: SeededBrand,
  options: {
    count: number;
    capacity?: number;
    openEach?: number;
    role?: "expert" | "agent";
    signedIn?: boolean;
  },
): Promise<void> {
  const { count, capacity = 1, openEach = 1, role = "expert", signedIn = false } = options;
  const series = `generate_series(0, ${count - 1}) i`;
  await client.query(
    `INSERT INTO users (id, name, email)
     SELECT ${idSql("user", number)}, 'Member ' || i, 'member-${number}-' || i || '@example.com' FROM ${series}`,
  );
  await client.query(
    `INSERT INTO members (id, brand_id, user_id, role, display_name, languages, capacity, is_open, idle_since,
       chats_held, energy_budget)
     SELECT ${idSql("member", number)}, $1, ${idSql("user", number)}, $2::"MemberRole", 'Member ' || i, '{en,fr}',
       $3::int, i % $4::int = 0, now() - (i % 3600) * interval '1 second', 10, 0
     FROM ${series}`,
    [idOf("brand", number), role, capacity, openEach],
  );
  await client.query(
    `INSERT INTO member_topics (member_id, topic_id, thanks, misses)
     SELECT ${idSql("member", number)}, ${idSql("topic", number, `(i + k) % ${TOPICS}`)}, i % 7, i % 3
     FROM ${series} CROSS JOIN generate_series(0, 2) k WHERE k <= i % 3`,
  );
  await client.query(
    `INSERT INTO leases (member_id, screen_id, expires_at)
     SELECT ${idSql("member", number)}, 'bench-screen', now() + interval '1 day' FROM ${series} WHERE i % ${openEach} = 0`,
  );
  if (!signedIn) return;
  await client.query(
    `INSERT INTO sessions (session_token, user_id, expires)
     SELECT 'bench-session-of-brand-${number}-' || i, ${idSql("user", number)}, now() + interval '1 day' FROM ${series}`,
  );
}

/** Visitors, each known to his browser by the token of his number. */
export async function seedVisitors(
  client: ClientBase,
  { number }: SeededBrand,
  count: number,
): Promise<void> {
  await client.query(
    `INSERT INTO visitors (id, brand_id, site_id, token_hash, first_name)
     SELECT ${idSql("visitor", number)}, $1, $2,
       encode(sha256(convert_to('bench-visitor-of-brand-${number}-' || i, 'UTF8')), 'hex'), 'Visitor'
     FROM generate_series(0, ${count - 1}) i`,
    [idOf("brand", number), idOf("site", number)],
  );
}

/**
 * One question of each of `count` visitors, from number `from` on, about the topics in turn, in the given state, all
 * asked in the instant `at`.
 */
export async function seedQuestions(
  client: Pick<ClientBase, "query">,
  { number }: SeededBrand,
  {
    count,
    from = 0,
    state,
    at = new Date(),
  }: { count: number; from?: number; state: "asked" | "matched"; at?: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO questions (id, brand_id, site_id, visitor_id, client_id, topic_id, text, language, state,
       target_seconds, promise_seconds, asked_at, round_at, joined_at, first_answer_at, promise_kept)
     SELECT ${idSql("question", number)}, $1, $2, ${idSql("visitor", number)}, 'bench-question',
       ${idSql("topic", number, `i % ${TOPICS}`)}, 'Does it last through the winter?', 'en', $3::"QuestionState",
       15, 30, $4::timestamptz, $4, CASE WHEN $3 = 'matched' THEN $4 END, CASE WHEN $3 = 'matched' THEN $4 END,
       CASE WHEN $3 = 'matched' THEN true END
     FROM generate_series(${from}, ${from + count - 1}) i`,
    [idOf("brand", number), idOf("site", number), state, at],
  );
}

/** Running chats: the n-th visitor's, carried by the n-th member. Needs their people. */
export async function seedChats(client: ClientBase, brand: SeededBrand, count: number): Promise<void> {
  const { number } = brand;
  const series = `generate_series(0, ${count - 1}) i`;
  await seedQuestions(client, brand, { count, state: "matched" });
  await client.query(
    `INSERT INTO chats (id, brand_id, question_id, visitor_id, started_at)
     SELECT ${idSql("chat", number)}, $1, ${idSql("question", number)}, ${idSql("visitor", number)}, now() FROM ${series}`,
    [idOf("brand", number)],
  );
  await client.query(
    `INSERT INTO segments (id, brand_id, chat_id, member_id, started_at)
     SELECT ${idSql("segment", number)}, $1, ${idSql("chat", number)}, ${idSql("member", number)}, now() FROM ${series}`,
    [idOf("brand", number)],
  );
  await client.query(
    `UPDATE members SET load = 1 WHERE id IN (SELECT ${idSql("member", number)} FROM ${series})`,
  );
}

/** Ends what still runs in a brand, so that nothing of it occupies the server any more. */
export async function endAll(client: Pick<ClientBase, "query">, { number }: SeededBrand): Promise<void> {
  const brand = [idOf("brand", number)];
  await client.query(
    `UPDATE questions SET state = 'ended', wake_at = NULL, ended_at = now()
     WHERE brand_id = $1 AND state IN ('asked', 'offering', 'calling', 'matched')`,
    brand,
  );
  await client.query(
    `UPDATE offers SET state = 'withdrawn', closed_at = now() WHERE brand_id = $1 AND state IN ('made', 'delivered')`,
    brand,
  );
  await client.query(
    "UPDATE segments SET state = 'ended', ended_at = now() WHERE brand_id = $1 AND state = 'open'",
    brand,
  );
  await client.query(
    "UPDATE chats SET state = 'ended', ended_at = now() WHERE brand_id = $1 AND state = 'open'",
    brand,
  );
  await client.query(
    "UPDATE members SET load = 0, idle_since = now() WHERE brand_id = $1 AND load > 0",
    brand,
  );
}
