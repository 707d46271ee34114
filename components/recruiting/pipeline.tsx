"use client";

import { type DragEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type CandidateCard, candidateColumns } from "@/lib/domain/recruiting/candidate-schema";
import { type MemberColumn, memberColumns, type PipelineMember } from "@/lib/domain/recruiting/pipeline-view";
import { CandidateMenu } from "./candidate-menu";
import { CandidateCardView, MemberCard } from "./pipeline-cards";
import { useCandidateActions } from "./use-candidate-actions";
import "./recruiting.css";

type Column = (typeof candidateColumns)[number] | MemberColumn | "declined";

/** Where a card of a column may be dropped; everything else is its menu's. */
const dropOn: Partial<Record<Column, Column>> = { invited: "found", training: "applied" };

/**
 * The people of a community by how far they have come, a column for each standing; below each other on phones. Cards of
 * candidates can be dragged one step on, or moved by their menus.
 */
export function Pipeline(props: {
  brandSlug: string;
  topics: readonly TopicChoice[];
  candidates: Record<
    (typeof candidateColumns)[number] | "declined",
    { count: number; candidates: CandidateCard[] }
  >;
  members: Record<MemberColumn, { count: number; members: PipelineMember[] }>;
  showsDeclined: boolean;
}) {
  const { brandSlug, topics, candidates, members } = props;
  const actions = useCandidateActions(brandSlug);
  const drop = (column: Column, id: string) => {
    const from = dropOn[column];
    const moved = Object.values(candidates)
      .flatMap((list) => list.candidates)
      .find((candidate) => candidate.id === id);
    if (!moved || moved.stage !== from) return;
    if (column === "invited") void actions.invite(moved);
    else void actions.accept(moved, { status: "training" });
  };
  const columns = props.showsDeclined ? [...candidateColumns, "declined" as const] : candidateColumns;
  return (
    <div className="pipe">
      {columns.map((column) => (
        <ColumnView
          key={column}
          column={column}
          count={candidates[column].count}
          shown={candidates[column].candidates.length}
          onDropped={drop}
        >
          {candidates[column].candidates.map((candidate) => (
            <li key={candidate.id}>
              <CandidateCardView
                brandSlug={brandSlug}
                candidate={candidate}
                topics={topics}
                menu={<CandidateMenu candidate={candidate} actions={actions} />}
              />
            </li>
          ))}
        </ColumnView>
      ))}
      {memberColumns.map((column) => (
        <ColumnView
          key={column}
          column={column}
          count={members[column].count}
          shown={members[column].members.length}
          onDropped={drop}
        >
          {members[column].members.map((member) => (
            <li key={member.id}>
              <MemberCard
                brandSlug={brandSlug}
                member={member}
                topics={topics}
                isLinked={column !== "left"}
              />
            </li>
          ))}
        </ColumnView>
      ))}
    </div>
  );
}

function ColumnView(props: {
  column: Column;
  count: number;
  shown: number;
  onDropped: (column: Column, candidateId: string) => void;
  children: ReactNode;
}) {
  const { column, count, shown } = props;
  const t = useTranslations("recruiting.pipeline");
  const [isOver, setOver] = useState(false);
  const takes = dropOn[column] !== undefined;
  const over = (event: DragEvent) => {
    if (!takes || !event.dataTransfer.types.includes("text/x-candidate")) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className="pipe__column"
      aria-labelledby={`pipe-${column}`}
      data-over={isOver}
      data-empty={count === 0}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDropped(column, event.dataTransfer.getData("text/x-candidate"));
      }}
    >
      <h2 id={`pipe-${column}`} className="pipe__head">
        {t(`column.${column}`)} <span className="num muted">{t("count", { count })}</span>
      </h2>
      {count === 0 ? <p className="meta">{t("nobody")}</p> : <ul className="pipe__list">{props.children}</ul>}
      {shown < count && <p className="meta">{t("more", { count: count - shown })}</p>}
    </section>
  );
}
