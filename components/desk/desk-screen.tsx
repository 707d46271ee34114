"use client";

import "./desk.css";
import { useWorker } from "@/components/availability/use-worker";
import { DeskFailed, DeskLoading } from "./desk-waits";
import { OpenDesk } from "./open-desk";
import { DeskContext, useDesk, useDeskView } from "./use-desk";

/** A member's desk: an expert's or, for everybody else, the staff's. It opens with the page and is left with it. */
export function DeskScreen(props: { brandSlug: string; userId: string; memberId: string; isStaff: boolean }) {
  const handle = useDesk(props);
  const view = useDeskView(handle);
  useWorker(props.brandSlug, props.userId);
  if (view.desk) {
    return (
      <DeskContext value={handle}>
        <OpenDesk view={view} desk={view.desk} />
      </DeskContext>
    );
  }
  if (view.problem) return <DeskFailed problem={view.problem} onAgain={handle.actions.tryAgain} />;
  return <DeskLoading isStaff={props.isStaff} />;
}
