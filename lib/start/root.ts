import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the product. What `bundleServer` makes of this module lies two folders below it as well. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The migrations of this product. */
export const MIGRATIONS = path.join(ROOT, "prisma/migrations");
