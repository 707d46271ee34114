import type { Saved } from "@/lib/domain/brand/view";
import type { ChangeTopic } from "@/lib/domain/topic/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { saveTopic } from "./save-topic";
import { completeNames } from "./topic-names";

/** Renames a topic; its slug, which badges and pages name, stays. Errors as in `saveTopic`. */
export async function changeTopic({
  member,
  topicId,
  input: { version, names },
  now,
}: {
  member: MemberActor;
  topicId: string;
  input: ChangeTopic;
  now: Date;
}): Promise<Saved> {
  return saveTopic({
    member,
    topicId,
    expected: { version },
    change: { names: completeNames(names) },
    now,
  });
}
