import { z } from "zod";
import type { Activity } from "@/lib/domain/recruiting/candidate-schema";
import type { ReadCandidate } from "@/lib/domain/recruiting/csv-line";
import type { Tx } from "@/lib/server/commit";

/** A candidate of a file, with the line that said him. */
export type NewCandidate = ReadCandidate & {
  line: number;
  text: string;
  score: number | null;
  activity: Activity | null;
};

/** So many are written by one statement. */
const chunk = 2_000;
const Emails = z.array(z.object({ email: z.string().nullable() }));
const Known = z.array(z.object({ known: z.string() }));

/**
 * Writes what a file found, but for those whom the brand knows: a candidate or a member of the same address, or, of somebody
 * without one, a candidate of the same name and kind. Answers these. The caller holds the brand's lock of imports.
 */
export async function insertCandidates({
  tx,
  candidates,
  ...terms
}: {
  tx: Tx;
  brandId: string;
  importId: string;
  source: "csv" | "activity";
  language: string;
  candidates: readonly NewCandidate[];
  now: Date;
}): Promise<{ line: number; text: string }[]> {
  const { brandId, importId, source, language, now } = terms;
  const known = await findKnown(tx, brandId, source);
  const isKnown = ({ email, name }: NewCandidate) => known.has(email ?? nameKey(name));
  const fresh = candidates.filter((candidate) => !isKnown(candidate));
  const left = candidates.filter(isKnown);
  for (let start = 0; start < fresh.length; start += chunk) {
    const rows = fresh.slice(start, start + chunk);
    const added = Emails.parse(
      await tx.$queryRaw`
        INSERT INTO candidates (brand_id, stage, source, name, email, language, languages, topic_ids, owns, links,
          score, activity, import_id, stage_at, created_at)
        SELECT ${brandId}, 'found', ${source}, name, email, ${language},
          ARRAY(SELECT json_array_elements_text(languages)), ARRAY(SELECT json_array_elements_text("topicIds")),
          owns, ARRAY(SELECT json_array_elements_text(links)), score, activity, ${importId}, ${now}, ${now}
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given(name text, email text,
          "topicIds" json, languages json, owns text, links json, score int, activity jsonb)
        ON CONFLICT DO NOTHING
        RETURNING email`,
    );
    // Somebody was invited by a campaign in this instant.
    const written = new Set(added.map(({ email }) => email));
    left.push(...rows.filter(({ email }) => email !== null && !written.has(email)));
  }
  return left.map(({ line, text }) => ({ line, text }));
}

const nameKey = (name: string) => `name ${plainWords(name)}`;

/** As the database compares names: without case and accents. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** Whom the brand knows, read once: asking for each line would take minutes for a large file. */
async function findKnown(tx: Tx, brandId: string, source: "csv" | "activity"): Promise<Set<string>> {
  if (source === "csv")
    return new Set(
      Known.parse(
        await tx.$queryRaw`
          SELECT email AS known FROM candidates
          WHERE brand_id = ${brandId} AND email IS NOT NULL AND stage NOT IN ('unconfirmed', 'merged')
          UNION
          SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.brand_id = ${brandId}`,
      ).map(({ known }) => known),
    );
  const named = await tx.candidate.findMany({
    where: { brandId, source, stage: { in: ["found", "invited", "applied"] } },
    select: { name: true },
  });
  return new Set(named.map(({ name }) => nameKey(name)));
}
