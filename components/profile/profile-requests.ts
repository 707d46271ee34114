import { apiClient, reply } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import type { ChangeProfile } from "@/lib/domain/member/schema";

/** What the profile asks of the API, for one brand. */
export function profileRequests(brand: string) {
  const api = apiClient().api;
  const { profile } = api.brands[":brand"];
  const param = { brand };
  return {
    read: () => reply(profile.$get({ param })),
    change: (json: ChangeProfile) => reply(profile.$patch({ param, json })),
    removePicture: () => reply(profile.picture.$delete({ param })),
    uploadPicture: (file: File) => reply(profile.picture.$post({ param, form: { file } })),
    chats: (before: string) => reply(profile.chats.$get({ param, query: { before } })),
    leave: () => reply(profile.leave.$post({ param })),
    erase: () => reply(profile.erase.$post({ param })),
    signOutEverywhere: () => reply(api.account["sign-out-everywhere"].$post()),
  };
}

/** The name of who saved first, when that is what went wrong; null otherwise. */
export function rivalName(error: unknown): string | null {
  return error instanceof ApiError && error.code === "CHANGED_MEANWHILE"
    ? `${error.params.name ?? ""}`
    : null;
}
