import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { createCoalescedRead } from "@/components/board/coalesced-read";
import { showError, showToast } from "@/components/ui/toast";
import { errorCode } from "@/lib/client/api";
import { connectRealtime, type RealtimeStatus } from "@/lib/client/realtime";
import { useErrorText } from "@/lib/client/use-error-text";
import { channels } from "@/lib/domain/channel";
import type { Decision } from "@/lib/domain/moderation/schema";
import type { ModerationState, Report } from "@/lib/domain/moderation/view";
import { moderationRequests } from "./moderation-requests";

const PAUSE_MS = 500;
const BEAT_MS = 15_000;

export type Moderation = {
  state: ModerationState | null;
  /** Code of the last failed reading; null once one succeeds. */
  problem: string | null;
  connection: RealtimeStatus;
  /** Grows with everything that may have changed the log. */
  changes: number;
  busyKey: string | null;
  refresh: () => void;
  decide: (report: Report, decision: Decision, reason: string) => Promise<boolean>;
  undo: (actionId: string) => Promise<void>;
  /** Takes the last decision of this screen back; null when there is none. */
  undoLast: (() => void) | null;
};

/** The queue of a brand, kept true for as long as the component lives, and what can be done. */
export function useModeration(brand: string, initial: ModerationState | null): Moderation {
  const t = useTranslations("moderation");
  const errorText = useErrorText();
  const [requests] = useState(() => moderationRequests(brand));
  const [state, setState] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [connection, setConnection] = useState<RealtimeStatus>("live");
  const [changes, setChanges] = useState(0);
  const [busyKey, setBusyKey] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const ask = useRef<() => Promise<void>>(async () => {});

  useEffect(() => {
    const read = createCoalescedRead({
      pauseMs: PAUSE_MS,
      read: async () => {
        try {
          setState(await requests.read());
          setProblem(null);
          setChanges((count) => count + 1);
        } catch (error) {
          setProblem(errorCode(error));
          throw error;
        }
      },
    });
    ask.current = read.ask;
    const quietly = () => void read.ask().catch(() => {});
    quietly();
    const timer = setInterval(quietly, BEAT_MS);
    const onShow = () => document.visibilityState === "visible" && quietly();
    document.addEventListener("visibilitychange", onShow);
    window.addEventListener("online", quietly);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onShow);
      window.removeEventListener("online", quietly);
      read.close();
    };
  }, [requests]);

  const brandId = state?.brand.id;
  const address = useRef(state?.realtime);
  address.current ??= state?.realtime;
  useEffect(() => {
    if (!brandId || !address.current) return;
    const quietly = () => void ask.current().catch(() => {});
    const realtime = connectRealtime({
      address: address.current,
      channels: [channels.brand(brandId)],
      authorise: requests.authorise,
      signIn: requests.signIn,
      onEvent: quietly,
      onSubscribed: quietly,
      onStatus: setConnection,
      poll: () => ask.current(),
    });
    return () => realtime.close();
  }, [brandId, requests]);

  const refresh = useCallback(() => void ask.current().catch(() => {}), []);

  const undo = useCallback(
    async (actionId: string) => {
      try {
        await requests.undo(actionId);
        setLast((known) => (known === actionId ? null : known));
        showToast(t("undone"));
      } catch (error) {
        showError(errorText(error));
      }
      refresh();
    },
    [requests, refresh, errorText, t],
  );

  const decide = useCallback(
    async (report: Report, decision: Decision, reason: string) => {
      setBusyKey(report.key);
      try {
        const { actionId } = await requests.decide({
          flagIds: report.flags.map(({ id }) => id),
          decision,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        });
        setLast(actionId);
        setState((known) =>
          known
            ? {
                ...known,
                openCount: known.openCount - 1,
                reports: known.reports.filter(({ key }) => key !== report.key),
              }
            : known,
        );
        const name = report.about.name ?? t("someone");
        showToast(t(`done.${decision.kind}`, { name }), {
          label: t("undo"),
          onAction: () => void undo(actionId),
        });
        return true;
      } catch (error) {
        showError(errorText(error));
        return false;
      } finally {
        setBusyKey(null);
        refresh();
      }
    },
    [requests, refresh, undo, errorText, t],
  );

  const undoLast = last === null ? null : () => void undo(last);
  return { state, problem, connection, changes, busyKey, refresh, decide, undo, undoLast };
}
