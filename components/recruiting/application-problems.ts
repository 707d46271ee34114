import { plainAddress } from "@/lib/domain/account/address";
import { isDisplayName } from "@/lib/domain/member/display-name";
import { mostLinks, typedLinks } from "@/lib/domain/recruiting/application-schema";
import type { Typed } from "./kept-application";

export type ApplicationProblem =
  | "nameMissing"
  | "nameWrong"
  | "email"
  | "why"
  | "owns"
  | "languages"
  | "links"
  | "tooManyLinks"
  | "consent";
export type ApplicationProblems = Partial<Record<keyof Typed, ApplicationProblem>>;

/** What is still missing, field by field. An invitation has proved the address already. */
export function applicationProblems(typed: Typed, isInvited: boolean): ApplicationProblems {
  const found: ApplicationProblems = {};
  const name = typed.displayName.trim();
  const links = typedLinks(typed.links);
  if (!isDisplayName(name)) found.displayName = name === "" ? "nameMissing" : "nameWrong";
  if (!isInvited && !plainAddress(typed.email)) found.email = "email";
  if (typed.owns.trim() === "") found.owns = "owns";
  if (typed.why.trim() === "") found.why = "why";
  if (typed.languages.length === 0) found.languages = "languages";
  if (links.length > mostLinks) found.links = "tooManyLinks";
  else if (!links.every((link) => URL.canParse(link) && new URL(link).hostname.includes(".")))
    found.links = "links";
  if (!typed.consent) found.consent = "consent";
  return found;
}
