import { apiClient, reply } from "@/lib/client/api";
import type { InvitePeople } from "@/lib/domain/invitation/schema";
import type { ChangeMember } from "@/lib/domain/member/schema";
import type { AddOwnership } from "@/lib/domain/ownership/schema";

/** What the page of people asks of the API, for one brand. */
export function peopleRequests(brand: string) {
  const api = apiClient().api;
  const { members, invitations, audits } = api.brands[":brand"];
  const member = (memberId: string) => ({ param: { brand, memberId } });
  const invitation = (invitationId: string) => ({ param: { brand, invitationId } });
  return {
    person: (memberId: string) => reply(members[":memberId"].$get(member(memberId))),
    change: (memberId: string, json: ChangeMember) =>
      reply(members[":memberId"].$patch({ ...member(memberId), json })),
    undo: (auditId: string) => reply(audits[":auditId"].undo.$post({ param: { brand, auditId } })),
    remove: (memberId: string) => reply(members[":memberId"].remove.$post(member(memberId))),
    restore: (memberId: string) => reply(members[":memberId"].restore.$post(member(memberId))),
    owned: (memberId: string) => reply(members[":memberId"].ownerships.$get(member(memberId))),
    addOwned: (memberId: string, json: AddOwnership) =>
      reply(members[":memberId"].ownerships.$post({ ...member(memberId), json })),
    removeOwned: (memberId: string, ownershipId: string) =>
      reply(
        members[":memberId"].ownerships[":ownershipId"].$delete({ param: { brand, memberId, ownershipId } }),
      ),
    invite: (json: InvitePeople) => reply(invitations.$post({ param: { brand }, json })),
    resend: (id: string) => reply(invitations[":invitationId"].resend.$post(invitation(id))),
    revoke: (id: string) => reply(invitations[":invitationId"].revoke.$post(invitation(id))),
  };
}
