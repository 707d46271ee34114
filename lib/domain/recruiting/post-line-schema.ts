import { z } from "zod";
import type { LineProblem } from "./csv-line";
import type { Post } from "./score";

const count = z.number().int().min(0).max(1_000_000_000).catch(0);

const Line = z.object({
  author: z.unknown(),
  text: z.unknown(),
  date: z.unknown().optional(),
  likes: count.optional(),
  followers: count.optional(),
  url: z.unknown().optional(),
});

/**
 * Reads a line of public activity (JSON Lines: author, text, date, likes, followers, url). Who wrote and what is needed;
 * dates, numbers and addresses that cannot be read are left out.
 */
export function readPost(line: string): Post | { problem: LineProblem } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: "json" };
  }
  const read = Line.safeParse(value);
  if (!read.success) return { problem: "json" };
  const { author, text, date, likes = 0, followers = 0, url } = read.data;
  const words = (given: unknown, most: number) =>
    typeof given === "string" ? given.replaceAll("\0", "").trim().slice(0, most).toWellFormed() : "";
  const name = words(author, 80);
  if (name === "") return { problem: "author" };
  const said = words(text, 10_000);
  if (said === "") return { problem: "text" };
  const at = typeof date === "string" || typeof date === "number" ? new Date(date) : null;
  const link = words(url, 500);
  return {
    author: name,
    text: said,
    at:
      at && !Number.isNaN(at.getTime()) && at.getFullYear() > 1990 && at.getFullYear() < 2200
        ? at.toISOString()
        : null,
    likes,
    followers,
    url: /^https?:\/\//i.test(link) && URL.canParse(link) ? link : null,
  };
}
