/** What is counted. `person` is the visitor or member who acts; for a sign-in, the address that asks for a link. */
export const limitKinds = [
  "visitor",
  "question",
  "message",
  "reply",
  "upload",
  "mail",
  "invitation",
  "application",
  "room",
  "export",
  "picture",
  "sign-in",
] as const;
export type LimitKind = (typeof limitKinds)[number];

/** So many requests in a span of so many seconds, which begins with the first of them. */
export type Limit = { points: number; seconds: number };
type Scope = "person" | "ip";
export type Limits = Record<LimitKind, Partial<Record<Scope, Limit>>>;

const hour = 3600;

/** The defaults. Sources: what comparable products ship; the same numbers stand in .env.example. */
export const defaultLimits: Limits = {
  visitor: { ip: { points: 60, seconds: hour } },
  question: { person: { points: 6, seconds: 12 * hour }, ip: { points: 30, seconds: 12 * hour } },
  message: { person: { points: 20, seconds: 10 } },
  reply: { person: { points: 20, seconds: hour }, ip: { points: 60, seconds: hour } },
  upload: { person: { points: 10, seconds: hour } },
  mail: { person: { points: 3, seconds: hour }, ip: { points: 10, seconds: hour } },
  invitation: { person: { points: 60, seconds: hour } },
  export: { person: { points: 5, seconds: hour } },
  picture: { ip: { points: 120, seconds: hour } },
  room: { person: { points: 15, seconds: 60 } },
  application: { person: { points: 3, seconds: hour }, ip: { points: 20, seconds: hour } },
  "sign-in": { person: { points: 10, seconds: hour / 4 }, ip: { points: 5, seconds: hour / 12 } },
};

const entry =
  /^(visitor|question|message|reply|upload|mail|invitation|application|room|export|picture|sign-in)\.(person|ip)=(\d{1,7})\/(\d{1,7})$/;

/**
 * The limits that a setting means: a factor ("10"), or single limits in points and seconds ("message.person=200/10",
 * several apart by spaces) over the defaults. Null when it can be read as neither.
 */
export function limitsFrom(setting: string): Limits | null {
  if (/^\d{1,7}(?:\.\d{1,3})?$/.test(setting))
    return Number(setting) > 0 ? multiplied(Number(setting)) : null;
  const limits = structuredClone(defaultLimits);
  for (const part of setting.trim().split(/\s+/)) {
    const [, kind, scope, points, seconds] = entry.exec(part) ?? [];
    if (!kind || !scope || Number(points) < 1 || Number(seconds) < 1) return null;
    limits[kind as LimitKind][scope as Scope] = { points: Number(points), seconds: Number(seconds) };
  }
  return limits;
}

/** The defaults with so many times the points, at least one each. */
export function multiplied(factor: number): Limits {
  const limits = structuredClone(defaultLimits);
  for (const scopes of Object.values(limits)) {
    for (const limit of Object.values(scopes)) limit.points = Math.max(1, Math.round(limit.points * factor));
  }
  return limits;
}
