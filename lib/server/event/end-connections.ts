import { log } from "@/lib/server/log";
import { pusher } from "./publish";

/**
 * Closes every socket that is signed in as this member, at once; whoever comes back is asked again what he may hear.
 * Never throws: his requests are refused in any case.
 */
export async function endConnections(memberId: string): Promise<void> {
  try {
    await pusher().terminateUserConnections(memberId);
  } catch (error) {
    log.warn({ error: String(error) }, "sockets could not be closed");
  }
}
