import { type KeyboardEvent, useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { type LoadedMenu, loadMenu } from "./load-menu";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** The options over whatever screen there is. Its content comes when it is first opened. */
export function MenuSheet(props: { onClose: () => void }) {
  const t = useWords();
  const { session } = usePanel();
  const { onClose } = props;
  const [menu, setMenu] = useState<LoadedMenu | "loading" | "failed">("loading");

  useEffect(() => {
    if (menu === "loading") loadMenu(session.language).then(setMenu, () => setMenu("failed"));
  }, [menu, session]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // It closes this, not the panel.
    event.preventDefault();
    onClose();
  };
  return (
    <section
      className="pn__sheet"
      role="dialog"
      aria-modal="true"
      aria-label={t("panel.options")}
      onKeyDown={onKeyDown}
    >
      {typeof menu === "object" ? (
        <menu.Menu texts={menu.texts} onClose={onClose} />
      ) : (
        <div className="pn__main pn__main--gap">
          {menu === "failed" ? (
            <Banner tone="red">{t("panel.optionsFailed")}</Banner>
          ) : (
            <Loading label={t("panel.loading")} className="pn__loading">
              <Skeleton height={44} />
              <Skeleton height={44} />
            </Loading>
          )}
          {menu === "failed" && <Button onClick={() => setMenu("loading")}>{t("panel.tryAgain")}</Button>}
          <Button look="quiet" onClick={onClose}>
            {t("panel.close")}
          </Button>
        </div>
      )}
    </section>
  );
}
