import type { Activity, ScorePart } from "./candidate-schema";

/** What somebody wrote in public, as a file says it. */
export type Post = {
  author: string;
  text: string;
  /** ISO 8601, or null. */
  at: string | null;
  likes: number;
  /** Of the author, at that time. */
  followers: number;
  url: string | null;
};

/** Points of each part: knowing the subject counts most, being known least. */
export const mostPoints = { topic: 45, help: 40, reach: 15 } as const;

/** So many posts about the brand's topics give all of the topic's points but what half-rate leaves out; see `saturating`. */
const halfTopicPosts = 3;
const halfHelp = 4;
/** From one follower to this many, points grow with the logarithm: the tenth thousand says little more than the first. */
const fullReach = 10_000;

/** From 0 towards 1, a half at `half`: the first few count, the hundredth hardly does. */
function saturating(amount: number, half: number): number {
  return amount / (amount + half);
}

/** What people write when they answer somebody: they name him, show how, tell what they did. English and French. */
const helping =
  /(?:^|\s)@[\w.-]+|\b(?:you (?:can|could|should|need)|try|check|make sure|i had the same|in my case|what helped|here(?:'|’)s how|hope (?:this|that|it) helps|vous (?:pouvez|devriez)|tu (?:peux|devrais)|essaye[zr]?|v[ée]rifie[zr]?|j(?:'|’)ai eu le m[êe]me|chez moi|dans mon cas|voici comment|bon courage)\b/iu;

/** The words of a text without case and accents, each after a space. */
function plainWords(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words && ` ${words}`;
}

/** What a brand's posts are looked through for: topics, each by its names. */
export type TopicWords = { id: string; words: readonly string[] };

/** A post with the topics that it speaks of, and whether it answers somebody. */
export type HeardPost = Post & { topicIds: string[]; isAnswer: boolean };

/** Makes words ready to be looked for in many posts. */
export function topicWordsOf(
  topics: readonly { id: string; names: Readonly<Record<string, string>> }[],
): TopicWords[] {
  return topics.map(({ id, names }) => ({
    id,
    words: Object.values(names)
      .map(plainWords)
      .filter((word) => word !== ""),
  }));
}

/** Reads a post once, for all topics: a word's plural and what is built on it count, too. */
export function hearPost(post: Post, topics: readonly TopicWords[]): HeardPost {
  const said = plainWords(post.text);
  const about = topics.filter(({ words }) => words.some((word) => said.includes(word)));
  return { ...post, topicIds: about.map(({ id }) => id), isAnswer: helping.test(post.text) };
}

/**
 * Scores somebody by his public posts, from 0 to 100, with the numbers behind each part:
 *
 * - topic (45): how many posts speak of the brand's topics, and which part of all his posts that is;
 * - help (40): how many of those answer somebody, and the likes that they found;
 * - reach (15): followers, by their logarithm.
 *
 * More of anything never lowers a part but one: posts about other things lower the share of those about the topics. The order
 * of the posts does not matter.
 */
export function scoreActivity(posts: readonly HeardPost[]): { score: number; activity: Activity } {
  const about = posts.filter(({ topicIds }) => topicIds.length > 0);
  const answers = about.filter(({ isAnswer }) => isAnswer);
  const likes = about.reduce((sum, post) => sum + post.likes, 0);
  const followers = posts.reduce((most, post) => Math.max(most, post.followers), 0);
  const share = posts.length === 0 ? 0 : about.length / posts.length;
  const topic = saturating(about.length, halfTopicPosts) * (0.5 + share / 2);
  const help = 0.75 * saturating(answers.length, halfHelp / 2) + 0.25 * saturating(likes, halfHelp * 5);
  const reach = Math.min(1, Math.log10(1 + followers) / Math.log10(1 + fullReach));
  const part = (name: keyof typeof mostPoints, share: number, facts: Record<string, number>): ScorePart => ({
    part: name,
    points: Math.round(mostPoints[name] * share),
    most: mostPoints[name],
    facts,
  });
  const parts = [
    part("topic", topic, { onTopic: about.length }),
    part("help", help, { answers: answers.length, likes }),
    part("reach", reach, { followers }),
  ];
  const [best] = [...about].sort(
    (a, b) => Number(b.isAnswer) - Number(a.isAnswer) || b.likes - a.likes || (a.text < b.text ? -1 : 1),
  );
  const dates = posts.flatMap(({ at }) => at ?? []).sort();
  return {
    score: parts.reduce((sum, { points }) => sum + points, 0),
    activity: {
      posts: posts.length,
      likes,
      followers,
      lastAt: dates.at(-1) ?? null,
      sample: best ? { text: best.text.slice(0, 300).toWellFormed(), url: best.url } : null,
      parts,
    },
  };
}
