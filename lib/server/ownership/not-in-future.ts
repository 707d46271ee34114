import { AppError } from "@/lib/domain/error";

const dayMs = 86_400_000;

/** INVALID_INPUT for a day that has begun nowhere on earth yet. */
export function notInFuture(since: string, now: Date): void {
  if (Date.parse(since) > now.getTime() + dayMs)
    throw new AppError("INVALID_INPUT", { field: "since", problem: "a day that has come is expected" });
}
