import { z } from "zod";
import { words } from "@/lib/domain/schema";
import { reviewKinds } from "./suspect";

export const ReviewKind = z.enum(reviewKinds);

/** `counts`: the thanks count after all; `refused`: they earn nothing. */
export const ReviewOutcome = z.enum(["counts", "refused"]);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

export const DecideReview = z.strictObject({ outcome: ReviewOutcome, reason: words(500).optional() });
export type DecideReview = z.infer<typeof DecideReview>;
