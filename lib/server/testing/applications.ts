import type { Apply } from "@/lib/domain/recruiting/application-schema";
import { db } from "@/lib/server/database";
import { confirmApplication } from "@/lib/server/recruiting/confirm-application";
import { submitApplication } from "@/lib/server/recruiting/submit-application";
import type { Candidate } from "@/prisma/generated/client";
import { mailsInQueue } from "./mails";
import type { TestBrand } from "./world";

/** What Hugo says when he applies, unless told otherwise. */
export function application(more: Partial<Apply> = {}): Apply {
  return {
    displayName: "Hugo M.",
    email: "hugo@example.com",
    why: "I ride every day and like to explain.",
    owns: "Volt 3 City, since May 2025",
    languages: ["en", "fr"],
    topicIds: [],
    links: [],
    consent: true,
    language: "en",
    ...more,
  };
}

/** The token of the newest mail to an address. Throws where its mail has no link of a candidate's. */
export async function candidateToken(email: string): Promise<string> {
  const mail = (await mailsInQueue()).findLast((each) => each.to === email);
  const url = mail && "url" in mail.data ? new URL(mail.data.url) : null;
  const token = url?.searchParams.get("token") ?? url?.searchParams.get("invitation");
  if (!token) throw new Error(`no link for ${email}`);
  return token;
}

/** Somebody who has applied and confirmed his address at `now`. */
export async function makeApplicant(
  brand: TestBrand,
  now: Date,
  more: Partial<Apply> = {},
): Promise<Candidate> {
  const input = application(more);
  await submitApplication({ brandSlug: brand.slug, input, now });
  await confirmApplication({ token: await candidateToken(input.email), now });
  return db().candidate.findFirstOrThrow({
    where: { brandId: brand.id, email: input.email, stage: "applied" },
  });
}
