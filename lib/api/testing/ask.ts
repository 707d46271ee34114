import { api } from "@/lib/api/app";
import type { MemberActor } from "@/lib/server/account/actor";
import { signedIn } from "@/lib/server/testing/signed-in";

type Failure = { code: string; params: object };

/** A member's request to the API below his brand, as his browser sends it, and its answer; `code` of what was refused. */
export async function ask(member: MemberActor, method: string, path: string, body?: unknown) {
  const answer = await api.request(`/api/brands/${member.brandSlug}${path}`, {
    method,
    headers: await signedIn(member),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  const error = json.error as Failure | undefined;
  return { status: answer.status, json, error, code: error?.code };
}
