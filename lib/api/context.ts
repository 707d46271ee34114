import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";

/** What a request carries once its guards have run; a route's declaration says which guards those are. */
export type Env = {
  Variables: {
    requestId: string;
    member: MemberActor;
    visitor: VisitorActor;
    userId: string;
  };
};
