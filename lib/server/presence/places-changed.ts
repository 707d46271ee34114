import { drainQueue } from "@/lib/server/routing/drain-queue";
import { refreshSoon } from "./refresh-soon";

/** After places were freed or people came: waiting questions first, then the button. */
export async function placesChanged({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  await drainQueue({ brandId, now });
  await refreshSoon({ brandId, now });
}
