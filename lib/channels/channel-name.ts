/** Who may subscribe: anyone, holders of a signature, the same with a name, or one signed-in user. */
export type ChannelAccess = "public" | "private" | "presence" | "user";

/** What a channel's name says about it. */
export interface ChannelKind {
  access: ChannelAccess;
  /** End-to-end encrypted: the server relays what it cannot read. */
  encrypted: boolean;
  /** The last published event is kept for later subscribers. */
  cached: boolean;
  /** For `user` channels, the user it belongs to. */
  userId?: string;
}

const NAME = /^[A-Za-z0-9_\-=@,.;]{1,200}$/;
const CACHED = /^(?:private-encrypted-|private-|presence-)?cache-/;
const USER_PREFIX = "#server-to-user-";
const SOCKET_ID = /^\d+\.\d+$/;

/**
 * Reads a channel's kind from its name, or `undefined` when the name is not allowed.
 * Any other name with `#` is refused: taken for a public channel it would let anybody listen to a user.
 */
export function channelKind(name: string): ChannelKind | undefined {
  if (name.startsWith(USER_PREFIX)) {
    const userId = name.slice(USER_PREFIX.length);
    if (userId.length < 1 || userId.length > 200) return undefined;
    return { access: "user", encrypted: false, cached: false, userId };
  }
  if (!NAME.test(name)) return undefined;
  return {
    access: name.startsWith("private-") ? "private" : name.startsWith("presence-") ? "presence" : "public",
    encrypted: name.startsWith("private-encrypted-"),
    cached: CACHED.test(name),
  };
}

/** Whether a text has the shape of a socket id, such as `123.456`. */
export function isSocketId(text: unknown): text is string {
  return typeof text === "string" && text.length <= 64 && SOCKET_ID.test(text);
}
