import type { RealtimeAddress } from "@/lib/domain/site/view";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { realtimeAddress } from "@/lib/server/event/realtime-address";

/** What the panel's page is made of: who may frame it, and where it may connect to. Null for a key that no site has. */
export async function findPanelSite({
  key,
}: {
  key: string;
}): Promise<{ origins: string[]; realtime: RealtimeAddress } | null> {
  const site = await db().site.findUnique({
    where: { publicKey: key, deletedAt: null, brand: { deletedAt: null } },
    select: { allowedOrigins: true },
  });
  // Our own pages may frame it too: a preview of the widget is one of them.
  return (
    site && {
      origins: [...site.allowedOrigins, new URL(env().NEXTAUTH_URL).origin],
      realtime: realtimeAddress(),
    }
  );
}
