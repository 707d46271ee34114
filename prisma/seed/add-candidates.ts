import { randomBytes } from "node:crypto";
import { topicWordsOf } from "@/lib/domain/recruiting/score";
import { Names } from "@/lib/domain/schema";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { newCandidateLink } from "@/lib/server/recruiting/candidate-link";
import { insertCandidates } from "@/lib/server/recruiting/insert-candidates";
import { readPosts } from "@/lib/server/recruiting/read-posts";
import {
  type Application,
  applications,
  linkCampaign,
  mailCampaign,
  postsRead,
  publicPosts,
} from "./candidates";
import { type Cast, topicIdsOf } from "./cast";

const daySeconds = 86_400;

/** Writes who was found, invited, has applied or was declined. Answers the campaign whose link newcomers came by. */
export async function addCandidates({ tx, ...cast }: Cast & { tx: Tx }): Promise<{ campaignId: string }> {
  await addFound(tx, cast);
  await addInvited(tx, cast);
  const campaignId = await addLink(tx, cast);
  await addApplications(tx, cast, campaignId);
  return { campaignId };
}

/** A file of public posts as its import reads it. */
async function addFound(tx: Tx, { brand, topics, members, now }: Cast): Promise<void> {
  const foundAt = later(now, -postsRead.daysAgo * daySeconds);
  const lines = publicPosts.map(({ daysAgo, ...post }) =>
    JSON.stringify({ ...post, date: later(now, -daysAgo * daySeconds) }),
  );
  const known = topicWordsOf(topics.map(({ id, names }) => ({ id, names: Names.parse(names) })));
  const { candidates } = await readPosts(lines.join("\n"), known);
  const { id: importId } = await tx.candidateImport.create({
    data: {
      brandId: brand.id,
      kind: "activity",
      fileName: postsRead.fileName,
      state: "done",
      options: {},
      total: lines.length,
      done: lines.length,
      added: candidates.length,
      createdById: members.helene.id,
      createdAt: foundAt,
      finishedAt: foundAt,
    },
  });
  await insertCandidates({
    tx,
    brandId: brand.id,
    importId,
    source: "activity",
    language: "en",
    candidates,
    now: foundAt,
  });
}

/** Who got a mail, and has not answered it yet. */
async function addInvited(tx: Tx, cast: Cast): Promise<void> {
  const { name, message, topics: slugs, daysAgo, addresses } = mailCampaign;
  const brandId = cast.brand.id;
  const createdAt = later(cast.now, -daysAgo * daySeconds);
  const topicIds = topicIdsOf(cast, slugs);
  const { id: campaignId } = await tx.campaign.create({
    data: {
      brandId,
      kind: "mail",
      name,
      message,
      code: randomBytes(12).toString("base64url"),
      topicIds,
      createdById: cast.members.helene.id,
      createdAt,
    },
  });
  await tx.candidate.createMany({
    data: addresses.map((email) => {
      const link = newCandidateLink(createdAt);
      return {
        brandId,
        stage: "invited",
        source: "mail",
        name: email.split("@")[0] ?? email,
        email,
        language: "en",
        topicIds,
        campaignId,
        inviteHash: link.hash,
        inviteUntil: link.until,
        stageAt: createdAt,
        createdAt,
        version: 2,
      };
    }),
  });
}

async function addLink(tx: Tx, cast: Cast): Promise<string> {
  const { topics: slugs, daysAgo, endsInDays, ...said } = linkCampaign;
  const { id } = await tx.campaign.create({
    data: {
      ...said,
      brandId: cast.brand.id,
      kind: "link",
      code: randomBytes(12).toString("base64url"),
      topicIds: topicIdsOf(cast, slugs),
      uses: applications.filter(({ source }) => source === "link").length,
      expiresAt: later(cast.now, endsInDays * daySeconds),
      createdById: cast.members.helene.id,
      createdAt: later(cast.now, -daysAgo * daySeconds),
    },
  });
  return id;
}

async function addApplications(tx: Tx, cast: Cast, campaignId: string): Promise<void> {
  const rows = await tx.candidate.createManyAndReturn({
    data: applications.map((application) => {
      const { declined } = application;
      return {
        ...appliedRow(cast, application, campaignId),
        ...(declined && {
          stage: "declined",
          stageBefore: "applied",
          stageAt: later(cast.now, -declined.daysAgo * daySeconds),
          decidedAt: later(cast.now, -declined.daysAgo * daySeconds),
          decidedById: cast.members.helene.id,
          reason: declined.reason,
          version: 3,
        }),
      };
    }),
    select: { id: true, email: true },
  });
  await tx.candidateNote.createMany({
    data: applications.flatMap(({ email, note, daysAgo }) => {
      const row = rows.find((each) => each.email === email);
      if (!note || !row) return [];
      const createdAt = later(cast.now, -(daysAgo - 1) * daySeconds);
      return { candidateId: row.id, authorId: cast.members.helene.id, text: note, createdAt };
    }),
  });
}

/** The row of an application whose address was confirmed. */
export function appliedRow(
  cast: Pick<Cast, "brand" | "topics" | "now">,
  { topics, languages, links, daysAgo, note: _, declined: __, ...said }: Application,
  campaignId: string,
) {
  const appliedAt = later(cast.now, -daysAgo * daySeconds);
  const link = newCandidateLink(appliedAt);
  return {
    ...said,
    brandId: cast.brand.id,
    stage: "applied",
    languages: [...languages],
    links: [...links],
    topicIds: topicIdsOf(cast, topics),
    consentAt: appliedAt,
    campaignId: said.source === "link" ? campaignId : null,
    linkHash: link.hash,
    linkUntil: link.until,
    stageAt: appliedAt,
    createdAt: appliedAt,
    version: 2,
  };
}
