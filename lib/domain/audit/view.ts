import { z } from "zod";
import { Instant } from "@/lib/domain/schema";

/** One field of a change; null where there was nothing. */
const Change = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() });

/** A line of the journal. `canUndo` holds for whoever asks; `name` is what the subject is called now. */
export const AuditView = z.strictObject({
  id: z.string(),
  at: Instant,
  /** Null for the product itself. */
  actor: z.string().nullable(),
  action: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  name: z.string().nullable(),
  changes: z.array(Change),
  isUndo: z.boolean(),
  isUndone: z.boolean(),
  canUndo: z.boolean(),
});
export type AuditView = z.infer<typeof AuditView>;

/** A page of the journal, newest first; `before` fetches the next one. */
export const AuditPage = z.strictObject({ entries: z.array(AuditView), next: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** What can be looked for apart. */
export const AuditKind = z.enum([
  "brand",
  "site",
  "topic",
  "member",
  "invitation",
  "reply",
  "visitor",
  "ban",
  "badge",
  "award",
  "review",
  "course",
  "room",
  "guard",
]);
export type AuditKind = z.infer<typeof AuditKind>;

export const AuditQuery = z.object({
  kind: AuditKind.optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
