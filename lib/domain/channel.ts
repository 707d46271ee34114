/** The realtime channels of one person, one screen; the names are the same on every Pusher-protocol server. */
export const channels = {
  site: (siteId: string) => `cache-site-${siteId}`,
  visitor: (visitorId: string) => `private-visitor-${visitorId}`,
  member: (memberId: string) => `private-member-${memberId}`,
  brand: (brandId: string) => `private-brand-${brandId}`,
  watch: (chatId: string) => `private-watch-${chatId}`,
  room: (brandId: string) => `private-room-${brandId}`,
} as const;

export type PrivateChannel = { kind: "visitor" | "member" | "brand" | "watch" | "room"; id: string };

/** Reads a private channel's name exactly; null for anything else. */
export function parsePrivateChannel(name: string): PrivateChannel | null {
  const match = /^private-(visitor|member|brand|watch|room)-([0-9a-f]{32})$/.exec(name);
  const [, kind, id] = match ?? [];
  return kind && id ? { kind: kind as PrivateChannel["kind"], id } : null;
}
