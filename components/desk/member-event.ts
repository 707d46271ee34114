import type { MemberEvent } from "@/lib/domain/desk/desk";
import { memberEvents } from "@/lib/domain/event";

/** An event of the member's channel, checked; null for one that this page does not understand. */
export function parseMemberEvent(name: string, data: unknown): MemberEvent | null {
  if (!Object.hasOwn(memberEvents, name)) return null;
  const parsed = memberEvents[name as keyof typeof memberEvents].safeParse(data);
  return parsed.success ? ({ name, data: parsed.data } as MemberEvent) : null;
}
