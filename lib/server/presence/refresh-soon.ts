import { paced } from "@/lib/server/pace";
import { refreshAvailability } from "./refresh-availability";

const refresh = paced({
  name: "refresh",
  // Twice a second is more than anybody sees, and pages are to hear of a change within two.
  pauseMs: 500,
  run: (brandId, now) => refreshAvailability({ brandId, now }),
});

/** `refreshAvailability` for what happens many times a second; see `paced`. */
export async function refreshSoon({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  await refresh(brandId, now);
}
