"use client";

import "./moderation.css";
// What messages look like is the desk's.
import "@/components/desk/desk.css";
import { CloudOff, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { ModerationState } from "@/lib/domain/moderation/view";
import { ActionLog } from "./action-log";
import { Queue } from "./queue";
import { useModeration } from "./use-moderation";

type Room = "queue" | "log";

/** What was reported, and what was done. `initial` is what the server read, if it could. */
export function ModerationScreen(props: { brandSlug: string; initial: ModerationState | null }) {
  const moderation = useModeration(props.brandSlug, props.initial);
  const { state, problem, connection, refresh } = moderation;
  const openCount = state?.openCount;
  const [room, setRoom] = useState<Room>("queue");
  const t = useTranslations("moderation");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  const router = useRouter();
  // The bar's number comes with the page.
  useEffect(() => {
    if (openCount !== undefined) router.refresh();
  }, [openCount, router]);
  return (
    <>
      {connection === "offline" && <Banner icon={CloudOff}>{t("offline")}</Banner>}
      {state && problem && connection !== "offline" && (
        <Banner tone="red" icon={TriangleAlert}>
          <span>
            {t("stale")} {errorText(new ApiError(problem))}
          </span>
          <button type="button" onClick={refresh}>
            {words("tryAgain")}
          </button>
        </Banner>
      )}
      <main id="main" className="moderation">
        <h1 className="t-page">{t("title")}</h1>
        <Tabs
          group="moderation"
          label={t("title")}
          tabs={[
            { id: "queue", label: t("tabs.queue"), count: state?.openCount },
            { id: "log", label: t("tabs.log") },
          ]}
          value={room}
          onValue={setRoom}
        />
        <TabPanel group="moderation" id={room}>
          {!state ? (
            problem && (
              <Empty
                icon={TriangleAlert}
                title={t("never")}
                action={<Button onClick={refresh}>{words("tryAgain")}</Button>}
              >
                {errorText(new ApiError(problem))}
              </Empty>
            )
          ) : room === "queue" ? (
            <Queue state={state} moderation={moderation} />
          ) : (
            <ActionLog brandSlug={props.brandSlug} state={state} moderation={moderation} />
          )}
        </TabPanel>
        <p className="sr" role="status">
          {state ? t("announce", { count: state.openCount }) : ""}
        </p>
      </main>
    </>
  );
}
