import { apiClient, reply } from "@/lib/client/api";
import type { StateOwnership } from "@/lib/domain/ownership/schema";
import type { ChangePublicProfile } from "@/lib/domain/recognition/public-profile-schema";

/** What a member asks about what he owns, his public page, and what was said to him. */
export function recognitionRequests(brand: string) {
  const { profile } = apiClient().api.brands[":brand"];
  const param = { brand };
  return {
    state: (json: StateOwnership) => reply(profile.ownerships.$post({ param, json })),
    prove: (token: string) => reply(profile.ownerships.token.$post({ param, json: { token } })),
    disown: (ownershipId: string) =>
      reply(profile.ownerships[":ownershipId"].$delete({ param: { brand, ownershipId } })),
    page: () => reply(profile.public.$get({ param })),
    choose: (json: ChangePublicProfile) => reply(profile.public.$patch({ param, json })),
    hide: (thanksId: string) => reply(profile.words[":thanksId"].hide.$post({ param: { brand, thanksId } })),
    show: (thanksId: string) => reply(profile.words[":thanksId"].show.$post({ param: { brand, thanksId } })),
  };
}
