import { createTranslator } from "use-intl/core";
import { csvRow, maxCsvRows } from "@/lib/domain/conversation/csv";
import type { ConversationFilter } from "@/lib/domain/conversation/schema";
import type { ConversationRow } from "@/lib/domain/conversation/view";
import type { Locale } from "@/lib/domain/locale";
import { messagesFor } from "@/lib/messages/load";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { listConversations } from "./list-conversations";

const batch = 500;
const columns = [
  "asked",
  "state",
  "topic",
  "question",
  "visitor",
  "language",
  "helpers",
  "joinedSeconds",
  "answeredSeconds",
  "promise",
  "stars",
  "solved",
  "messages",
  "link",
] as const;

/**
 * The list with these filters as the pieces of one CSV text (RFC 4180, UTF-8 with a mark for spreadsheets), read and sent
 * batch by batch. Times are the brand's wall clock. At most 50,000 rows; a last line says so where there were more.
 */
export async function* exportConversations({
  member,
  filter,
  locale,
  mostRows = maxCsvRows,
}: {
  member: MemberActor;
  filter: ConversationFilter;
  locale: Locale;
  mostRows?: number;
}): AsyncGenerator<string> {
  const messages = await messagesFor(locale, ["conversation"]);
  const t = createTranslator({ locale, messages, namespace: "conversation" });
  const { timeZone, slug } = await db().brand.findUniqueOrThrow({
    where: { id: member.brandId },
    select: { timeZone: true, slug: true },
  });
  // Swedish writes dates as ISO 8601 does, which every spreadsheet reads as a date.
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const cells = (row: ConversationRow) => [
    clock.format(new Date(row.askedAt)),
    t(`state.${row.state}`),
    row.topic?.[locale] ?? null,
    row.question.map(({ text }) => text).join(""),
    row.visitor.name,
    row.language,
    row.helpers.map(({ name }) => name).join(", "),
    row.joinedSeconds,
    row.answeredSeconds,
    row.promiseKept === null ? null : t(row.promiseKept ? "promise.kept" : "promise.broken"),
    row.stars,
    row.solved && t(`solved.${row.solved}`),
    row.messages,
    `${env().NEXTAUTH_URL}/${slug}/conversations/${row.questionId}`,
  ];
  yield `\uFEFF${csvRow(columns.map((column) => (column === "asked" ? t("csv.asked", { timeZone }) : t(`csv.${column}`))))}`;
  let after: string | null = null;
  for (let rows = 0; rows < mostRows; ) {
    const size = Math.min(batch, mostRows - rows);
    const page = await listConversations({ member, filter: { ...filter, after }, size });
    yield page.rows.map((row) => csvRow(cells(row))).join("");
    rows += page.rows.length;
    after = page.next;
    if (after === null) return;
  }
  yield csvRow([t("csv.more", { count: mostRows })]);
}
