"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { useInterval } from "@/lib/client/use-interval";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import { CopyButton } from "./copy-button";
import { settingsRequests } from "./requests";
import { useSaid } from "./use-undo";

const LOOK_MS = 2_000;

/** The script tag to copy, and whether a page has called yet; it looks again by itself while the page is in view. */
export function Install(props: {
  brandSlug: string;
  site: SiteSettings;
  snippet: string;
  isAdmin: boolean;
  /** The site as it is after an address was added here, or taken back. */
  onChanged: (site: SiteSettings) => void;
}) {
  const { brandSlug, snippet, isAdmin } = props;
  const t = useTranslations("settings.site");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const errorText = useErrorText();
  const requests = settingsRequests(brandSlug);
  const [site, setSite] = useState(props.site);
  const [isBusy, setBusy] = useState(false);
  const look = async () => {
    if (document.visibilityState !== "visible") return;
    // A look that fails is followed by another.
    const found = await requests.site(site.id).catch(() => null);
    if (found) setSite(found);
  };
  const reread = async () => {
    const found = await requests.site(site.id);
    setSite(found);
    props.onChanged(found);
  };
  const said = useSaid(brandSlug, reread);
  useInterval(() => void look(), LOOK_MS);

  const allow = async (origin: string) => {
    setBusy(true);
    try {
      const current = await requests.site(site.id);
      const { auditId } = await requests.saveSite(site.id, {
        version: current.version,
        allowedOrigins: [...current.allowedOrigins, origin],
      });
      await reread();
      said(t("allowed", { origin }), auditId);
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  const { seenAt, seenOrigin, refusedOrigin } = site;
  return (
    <section className="set__part" aria-labelledby="install">
      <h2 id="install">{t("install")}</h2>
      <div role="status" className="grid gap-3">
        {seenAt && seenOrigin ? (
          <p className="c-green flex gap-2">
            <Icon icon={CircleCheck} />
            <span>
              <b>{t("seen")}</b>{" "}
              {t("seenText", { origin: seenOrigin, when: format.relativeTime(new Date(seenAt), now) })}
            </span>
          </p>
        ) : (
          <p className="c-amber flex gap-2">
            <Icon icon={CircleDashed} />
            <span>
              <b>{t("waiting")}</b>
            </span>
          </p>
        )}
        {refusedOrigin && (
          <div className="conflict">
            <p>{t("refused", { origin: refusedOrigin })}</p>
            {isAdmin && (
              <Button
                size="sm"
                className="justify-self-start"
                busy={isBusy}
                onClick={() => void allow(refusedOrigin)}
              >
                {t("allow", { origin: refusedOrigin })}
              </Button>
            )}
          </div>
        )}
      </div>
      {!seenAt && <p className="muted">{t("waitingText")}</p>}
      <div className="grid gap-2">
        <div className="flex items-center justify-between gap-4">
          <span className="strong">{t("snippet")}</span>
          <CopyButton text={snippet} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
        <pre className="code" tabIndex={0}>
          {snippet}
        </pre>
      </div>
    </section>
  );
}
