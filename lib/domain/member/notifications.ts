import { helperKind, type Role } from "./role";

/** What a member may be mailed about. Each is sent by the use case that it names. */
export const notificationNames = [
  /** Somebody thanked him: rating/record-rating. */
  "thanksMail",
  /** A question was left without an answer, or its delay ends soon: question/mail-staff, question/remind-staff; staff alone. */
  "leftMail",
  /** A visitor wrote back to his answer to a left question: question/mail-reply. */
  "replyMail",
  /** Once a month, what his help did: recognition/send-letters. */
  "letterMail",
  /** Once a month, the community in numbers: recognition/send-letters; managers alone. */
  "numbersMail",
] as const;
export type NotificationName = (typeof notificationNames)[number];
type Notifications = Record<NotificationName, boolean>;

/** What holds where a member chose nothing: what is promised to be answered is told to those who may keep it. */
const defaultNotifications: Readonly<Notifications> = {
  thanksMail: false,
  leftMail: true,
  replyMail: true,
  letterMail: true,
  numbersMail: true,
};

/** A member's choices out of what is stored: differences from the defaults. Anything else in there is ignored. */
export function notificationsOf(stored: unknown): Notifications {
  const chosen = new Map(Object.entries(stored ?? {}));
  return Object.fromEntries(
    notificationNames.map((name) => {
      const value = chosen.get(name);
      return [name, typeof value === "boolean" ? value : defaultNotifications[name]];
    }),
  ) as Notifications;
}

/** What is kept of choices: only where they differ from the defaults. */
export function storedNotifications(choices: Notifications): Partial<Notifications> {
  return Object.fromEntries(
    notificationNames
      .filter((name) => choices[name] !== defaultNotifications[name])
      .map((name) => [name, choices[name]]),
  );
}

/** The choices that a role has: only staff answer left questions, only managers get the numbers. */
export function notificationsFor(role: Role): readonly NotificationName[] {
  const isManager = role === "manager" || role === "admin";
  return notificationNames.filter(
    (name) =>
      (name !== "leftMail" || helperKind(role) === "staff") && (name !== "numbersMail" || isManager),
  );
}
