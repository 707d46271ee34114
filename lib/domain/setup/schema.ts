import { z } from "zod";
import { plainAddress } from "@/lib/domain/account/address";
import { words } from "@/lib/domain/schema";

/** The one-time link's token. */
export const SetupToken = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/);

/** The first admin of an installation. */
export const FinishSetup = z.strictObject({
  token: SetupToken,
  name: words(80).pipe(z.string().min(1)),
  email: z.string().transform((typed, context) => {
    const address = plainAddress(typed);
    if (address === null) context.addIssue({ code: "custom", message: "not an address" });
    return address ?? "";
  }),
});
export type FinishSetup = z.infer<typeof FinishSetup>;
