import { commit } from "@/lib/server/commit";
import { findReturn } from "./find-return";

/** The visitor takes back that his words of thanks may be shown. Refuses like `findReturn`. */
export async function unshowWords({ token, now }: { token: string; now: Date }): Promise<void> {
  await commit(async (tx) => {
    const { id } = await findReturn({ tx, token, now });
    const { ratingId } = await tx.thanksReturn.findUniqueOrThrow({ where: { id } });
    await tx.rating.update({ where: { id: ratingId }, data: { showsWords: false } });
  });
}
