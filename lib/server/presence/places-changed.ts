import { drainQueue } from "@/lib/server/routing/drain-queue";
import { refreshAvailability } from "./refresh-availability";

/** After places were freed or people came: waiting questions first, then the button. */
export async function placesChanged({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  await drainQueue({ brandId, now });
  await refreshAvailability({ brandId, now });
}
