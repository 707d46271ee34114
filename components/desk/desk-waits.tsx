"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";

/** A desk that is being read for the first time. No switch yet: it would show a state that nobody knows. */
export function DeskLoading(props: { isStaff: boolean }) {
  const t = useTranslations("desk");
  return (
    <main id="main" className={props.isStaff ? "desk desk--staff" : "desk"} aria-busy="true">
      <div className="left">
        <section className="avail">
          <Skeleton width={48} height={28} />
          <Skeleton width={96} height={20} />
        </section>
      </div>
      <div className="mid">
        <Loading label={t("loading")} className="offer offer--loading">
          <div className="grid gap-4">
            <div className="flex items-center gap-3">
              <Skeleton width={64} height={64} round />
              <Skeleton width={160} height={20} />
            </div>
            <Skeleton height={28} />
            <Skeleton width="70%" height={28} />
            <Skeleton width={200} height={48} />
          </div>
        </Loading>
      </div>
      <div className="right" />
    </main>
  );
}

/** A desk that could not be read. */
export function DeskFailed(props: { problem: string; onAgain: () => void }) {
  const { problem } = props;
  const t = useTranslations("desk.state");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const isSignedOut = problem === "SIGNED_OUT";
  return (
    <main id="main" className="narrow">
      <Empty
        icon={CloudOff}
        title={t(isSignedOut ? "signedOutTitle" : "failedTitle")}
        action={
          isSignedOut ? (
            <a
              className={buttonClass("primary")}
              href={`/sign-in?callbackUrl=${encodeURIComponent(location.pathname)}`}
            >
              {t("signIn")}
            </a>
          ) : (
            <Button onClick={props.onAgain}>{ui("tryAgain")}</Button>
          )
        }
      >
        {errorText(new ApiError(problem))}
      </Empty>
    </main>
  );
}
