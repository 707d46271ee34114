import { setImmediate as others } from "node:timers/promises";
import type { LineProblem, ReadCandidate } from "@/lib/domain/recruiting/csv-line";
import { readPost } from "@/lib/domain/recruiting/post-line-schema";
import { type HeardPost, hearPost, scoreActivity, type TopicWords } from "@/lib/domain/recruiting/score";
import type { NewCandidate } from "./insert-candidates";

/** So many lines are read before progress is told, and so many before others get their turn. */
export const toldLines = 1_000;
const turnLines = 100;

/** A line that was refused, and why. */
export type Refused = { line: number; text: string; problem: LineProblem };

/** Reads a file of public posts: each of their authors with his score and its reasons, and the lines that say nothing. */
export async function readPosts(
  text: string,
  topics: readonly TopicWords[],
  told: (done: number) => Promise<unknown> = async () => undefined,
): Promise<{ candidates: NewCandidate[]; refused: Refused[] }> {
  const refused: Refused[] = [];
  const byAuthor = new Map<string, { line: number; posts: HeardPost[] }>();
  let done = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === "") continue;
    const post = readPost(line);
    if ("problem" in post)
      refused.push({ line: index + 1, text: line.slice(0, 500).toWellFormed(), problem: post.problem });
    else {
      const key = post.author.toLowerCase();
      const known = byAuthor.get(key) ?? { line: index + 1, posts: [] };
      known.posts.push(hearPost(post, topics));
      byAuthor.set(key, known);
    }
    done += 1;
    if (done % toldLines === 0) await told(done);
    if (done % turnLines === 0) await others();
  }
  const candidates: NewCandidate[] = [];
  for (const { line, posts } of byAuthor.values()) {
    candidates.push(candidateOf(line, posts));
    if (candidates.length % turnLines === 0) await others();
  }
  return { candidates, refused };
}

/** Somebody by his public posts: his score, and the topics that he speaks of. */
function candidateOf(line: number, posts: readonly HeardPost[]): NewCandidate {
  const { score, activity } = scoreActivity(posts);
  const name = posts[0]?.author ?? "";
  const topicIds = [...new Set(posts.flatMap((post) => post.topicIds))];
  const links = [...new Set(posts.flatMap(({ url }) => url ?? []))].slice(0, 5);
  const read: ReadCandidate = { name, email: null, topicIds, languages: [], owns: null, links };
  return { line, text: name, ...read, score, activity };
}
