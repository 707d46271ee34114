import type { Connection } from "./connection";

/** A person in a presence channel. */
export interface Member {
  userId: string;
  /** Whatever the application signed about the person; `null` when nothing. */
  info: unknown;
}

/** Why `channel_data` was refused. */
export class MemberProblem extends Error {}

/**
 * Reads a member from the signed `channel_data` of a subscription.
 * Throws {@link MemberProblem}, with a text fit for the client, when it breaks the rules.
 */
export function readMember(
  data: { readonly [name: string]: unknown } | undefined,
  limits: { maxUserInfoBytes: number; maxUserIdLength: number },
): Member {
  if (!data) throw new MemberProblem("channel_data must be a JSON object");
  const id = data.user_id;
  const userId = typeof id === "number" ? String(id) : id;
  if (typeof userId !== "string" || userId === "") throw new MemberProblem("channel_data needs a user_id");
  if (userId.length > limits.maxUserIdLength) throw new MemberProblem("user_id is too long");
  const info = data.user_info ?? null;
  if (Buffer.byteLength(JSON.stringify(info)) > limits.maxUserInfoBytes) {
    throw new MemberProblem("user_info is too large");
  }
  return { userId, info };
}

/** The people in one presence channel, each with as many sockets as he has open. */
export class Roster {
  readonly #members = new Map<string, { info: unknown; sockets: number }>();
  readonly #userOf = new Map<Connection, string>();

  /** Number of people. */
  get size(): number {
    return this.#members.size;
  }

  has(userId: string): boolean {
    return this.#members.has(userId);
  }

  /** The id under which a socket is in the channel. */
  userOf(connection: Connection): string | undefined {
    return this.#userOf.get(connection);
  }

  userIds(): string[] {
    return [...this.#members.keys()];
  }

  /** Adds a socket; `true` when it is its user's first. The first socket's `info` stays. */
  add(connection: Connection, member: Member): boolean {
    this.#userOf.set(connection, member.userId);
    const present = this.#members.get(member.userId);
    if (present) {
      present.sockets++;
      return false;
    }
    this.#members.set(member.userId, { info: member.info, sockets: 1 });
    return true;
  }

  /** Removes a socket; the user's id when it was the last one. */
  remove(connection: Connection): string | undefined {
    const userId = this.#userOf.get(connection);
    if (userId === undefined) return undefined;
    this.#userOf.delete(connection);
    const present = this.#members.get(userId);
    if (!present || --present.sockets > 0) return undefined;
    this.#members.delete(userId);
    return userId;
  }

  /** `data` of a successful subscription, as the JSON string the protocol wants. */
  toData(): string {
    const hash = Object.fromEntries([...this.#members].map(([userId, { info }]) => [userId, info]));
    return JSON.stringify({ presence: { ids: this.userIds(), hash, count: this.size } });
  }
}
