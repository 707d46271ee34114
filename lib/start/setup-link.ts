import { now } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { makeSetupLink, SETUP_LINK_HOURS } from "@/lib/server/setup/make-setup-link";

/**
 * What a start says to whoever may open its console while nobody runs the installation: a fresh one-time link that makes
 * the first admin. Nothing afterwards, nor in a demonstration. A server that serves is not ended for want of a link.
 */
export async function setupLines(): Promise<string[]> {
  if (env().ENTRAIDE_DEMO) return [];
  const token = await makeSetupLink({ now: now() }).catch((error: unknown) => {
    log.error({ error }, "no setup link could be made");
    return undefined;
  });
  if (token === undefined)
    return ["", "No link for the first admin could be made just now; the next start tries again."];
  if (token === null) return [];
  return [
    "",
    `Nobody runs this installation yet. Open this link within ${SETUP_LINK_HOURS} hours to become its first admin; it works once:`,
    `${env().NEXTAUTH_URL}/setup?token=${token}`,
  ];
}
