import { z } from "zod";
import { words } from "@/lib/domain/schema";

export const maxNoteLength = 4_000;

/** What staff write beside a conversation. */
export const WriteNote = z.strictObject({ body: words(maxNoteLength).min(1) });
