import { z } from "zod";
import { WebAddress } from "@/lib/domain/brand/schema";
import { DisplayName, Languages, TopicIds } from "@/lib/domain/member/schema";
import { Locale, words } from "@/lib/domain/schema";

/** How long what is said of oneself may be, in characters, and how many profiles may be named. */
export const mostWhy = 2_000;
export const mostOwns = 1_000;
export const mostLinks = 5;

/** The links in mails to candidates work so long: to confirm an address, to apply by invitation, to enter once accepted. */
export const candidateLinkDays = 14;
const Token = z.string().min(1).max(200);
/** The code of a campaign, as its links carry it. */
export const CampaignCode = z.string().regex(/^[\w-]{1,200}$/);

/** What somebody says who would like to help. */
export const Apply = z.strictObject({
  displayName: DisplayName,
  /** As typed. Left aside where an invitation says whose it is. */
  email: z.string().max(320),
  why: words(mostWhy).pipe(z.string().min(1)),
  owns: words(mostOwns).pipe(z.string().min(1)),
  languages: Languages,
  topicIds: TopicIds,
  links: z.array(WebAddress).max(mostLinks),
  consent: z.literal(true),
  /** Of mails to him. */
  language: Locale,
  /** The campaign whose link he followed. */
  campaign: CampaignCode.optional(),
  /** The token of his own invitation. */
  invitation: Token.optional(),
});
export type Apply = z.infer<typeof Apply>;

/** What sending answers, the same whoever the address belongs to; `confirmed` where an invitation had proved it. */
export const Applied = z.strictObject({ confirmed: z.boolean() });

export const WithToken = z.strictObject({ token: Token });

/** One address a line; without those that nobody typed. */
export function typedLinks(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/\s+/)
        .filter((part) => part !== "")
        .map((part) => (/^https?:\/\//i.test(part) ? part : `https://${part}`)),
    ),
  ];
}
