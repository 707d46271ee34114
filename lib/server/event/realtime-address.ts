import type { RealtimeAddress } from "@/lib/domain/site/view";
import { env } from "@/lib/server/env";

/** Where browsers find the realtime server: told at run time, so that one build runs everywhere. */
export function realtimeAddress(): RealtimeAddress {
  const { PUSHER_KEY, PUSHER_HOST, PUSHER_PORT, PUSHER_USE_TLS, PUSHER_CLUSTER, NEXTAUTH_URL } = env();
  if (PUSHER_HOST) {
    return { key: PUSHER_KEY, host: PUSHER_HOST, port: PUSHER_PORT, tls: PUSHER_USE_TLS, path: "" };
  }
  if (PUSHER_CLUSTER) {
    return { key: PUSHER_KEY, host: `ws-${PUSHER_CLUSTER}.pusher.com`, port: 443, tls: true, path: "" };
  }
  const own = new URL(NEXTAUTH_URL);
  const tls = own.protocol === "https:";
  return { key: PUSHER_KEY, host: own.hostname, port: Number(own.port) || (tls ? 443 : 80), tls, path: "" };
}
