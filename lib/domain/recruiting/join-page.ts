import type { InvitationState } from "@/lib/domain/invitation/state";
import type { CampaignState } from "./campaign-schema";

/** What the way by which somebody came to the public page has to say. */
export type JoinWay =
  | { kind: "own" }
  | {
      kind: "invitation";
      /** `unknown`: a link that leads nowhere, or to another brand. */
      state: Exclude<InvitationState, "revoked"> | "unknown";
      email: string | null;
      token: string;
    }
  | { kind: "campaign"; state: CampaignState; code: string; message: string | null; topicIds: string[] };
