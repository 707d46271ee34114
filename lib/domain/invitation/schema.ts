import { z } from "zod";
import { Capacity, DisplayName, Languages, Role, TopicIds } from "@/lib/domain/member/schema";
import { Locale } from "@/lib/domain/schema";

/** An invitation works for so long, once. */
export const invitationDays = 7;
/** So many addresses are invited at once, each of at most so many characters as typed. */
export const mostAddresses = 50;
const mostLetters = 320;

/** Whom to invite as what. Addresses are as they were typed: each is judged by itself. */
export const InvitePeople = z.strictObject({
  addresses: z.array(z.string().max(mostLetters)).min(1).max(mostAddresses),
  role: Role,
  topicIds: TopicIds,
  capacity: Capacity,
  /** Of the mail; also what somebody new is taken to answer in. */
  language: Locale,
});
export type InvitePeople = z.infer<typeof InvitePeople>;

/** What an invited person says of himself. */
export const AcceptInvitation = z.strictObject({
  token: z.string().max(200),
  displayName: DisplayName,
  languages: Languages,
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
