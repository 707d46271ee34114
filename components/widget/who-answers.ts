import type { Availability, SeatKind } from "@/lib/domain/targeting/launcher";

/**
 * Who would answer a question about this topic (null: about none) now, in the language of `availability`: staff where no
 * free owner knows the topic, and nobody when they are not there either.
 */
export function whoAnswers(availability: Availability | null, topicId: string | null): SeatKind {
  if (!availability) return "none";
  const { kind, staff, uncovered = [] } = availability;
  if (kind !== "community" || topicId === null || !uncovered.includes(topicId)) return kind;
  return staff > 0 ? "staff" : "none";
}
