import { type PushName, pushNames } from "@/lib/domain/push/kind";
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
/** Everything that a member chooses of: mails, and messages to his devices. */
export const choiceNames = [...notificationNames, ...pushNames] as const;
type Notifications = Record<NotificationName | PushName, boolean>;

/** What holds where a member chose nothing: what is promised to be answered is told to those who may keep it. */
const defaultNotifications: Readonly<Notifications> = {
  thanksMail: false,
  leftMail: true,
  replyMail: true,
  letterMail: true,
  numbersMail: true,
  // Nothing is sent to a device before it was allowed there.
  offersPush: true,
  leftPush: true,
  thanksPush: true,
  badgesPush: true,
  roomPush: true,
  lettersPush: true,
  habitPush: true,
};

/** A member's choices out of what is stored: differences from the defaults. Anything else in there is ignored. */
export function notificationsOf(stored: unknown): Notifications {
  const chosen = new Map(Object.entries(stored ?? {}));
  return Object.fromEntries(
    choiceNames.map((name) => {
      const value = chosen.get(name);
      return [name, typeof value === "boolean" ? value : defaultNotifications[name]];
    }),
  ) as Notifications;
}

/** What is kept of choices: only where they differ from the defaults. */
export function storedNotifications(choices: Notifications): Partial<Notifications> {
  return Object.fromEntries(
    choiceNames
      .filter((name) => choices[name] !== defaultNotifications[name])
      .map((name) => [name, choices[name]]),
  );
}

/** The mails that a role has: only staff answer left questions, only managers get the numbers. */
export function notificationsFor(role: Role): readonly NotificationName[] {
  const isManager = role === "manager" || role === "admin";
  return notificationNames.filter(
    (name) => (name !== "leftMail" || helperKind(role) === "staff") && (name !== "numbersMail" || isManager),
  );
}
