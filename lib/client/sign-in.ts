export type LinkOutcome = "sent" | "refused" | "limited" | "failed";

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const answer = await fetch("/api/auth/csrf");
  const { csrfToken }: { csrfToken: string } = await answer.json();
  return fetch(path, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}

/**
 * Asks for a sign-in link by mail. "sent" says nothing about whether the address is known; "refused" means that it
 * is no address. `returnTo` is a path of ours.
 */
export async function requestLink(args: { email: string; returnTo: string }): Promise<LinkOutcome> {
  try {
    const answer = await post("/api/auth/signin/email", { email: args.email, callbackUrl: args.returnTo });
    if (answer.status === 429) return "limited";
    if (!answer.ok) return "failed";
    const { url }: { url: string } = await answer.json();
    return new URL(url, location.href).searchParams.has("error") ? "refused" : "sent";
  } catch {
    return "failed";
  }
}

/** Address at which a service (google, github) asks the person; null when it cannot be reached. */
export async function startService(args: { service: string; returnTo: string }): Promise<string | null> {
  try {
    const answer = await post(`/api/auth/signin/${args.service}`, { callbackUrl: args.returnTo });
    if (!answer.ok) return null;
    const { url }: { url: string } = await answer.json();
    return url;
  } catch {
    return null;
  }
}

/** Ends the session on this device. False when the server could not be told. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post("/api/auth/signout", { callbackUrl: "/" })).ok;
  } catch {
    return false;
  }
}
