import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useMenuWords } from "./menu-words";
import { useDoing, usePanel } from "./panel-context";

/** All that is held of the visitor, as a file. */
export function DownloadPage() {
  const t = useMenuWords();
  const { session } = usePanel();
  const { busy, problem, run } = useDoing();
  const [isDone, setIsDone] = useState(false);
  const download = async () => {
    const isHad = await run("it", async () => {
      const address = URL.createObjectURL(await session.api.exportAll());
      const link = document.createElement("a");
      link.href = address;
      link.download = "entraide.json";
      link.click();
      // The browser has taken hold of it by the next task.
      setTimeout(() => URL.revokeObjectURL(address), 0);
    });
    setIsDone(isHad);
  };
  return (
    <>
      <p className="muted">{t("data.downloadLead")}</p>
      {problem && <Banner tone="red">{problem}</Banner>}
      {isDone && <Banner tone="green">{t("data.downloaded")}</Banner>}
      <Button block busy={busy !== null} busyLabel={t("data.downloading")} onClick={() => void download()}>
        {t("data.download")}
      </Button>
    </>
  );
}

/** Says what goes, and does it at the second press. Afterwards the panel begins anew. */
export function ErasePage(props: { onBack: () => void }) {
  const t = useMenuWords();
  const { state, session } = usePanel();
  const { busy, problem, run } = useDoing();
  const brand = state.site?.name ?? "";
  return (
    <>
      <p>{t("data.eraseLead")}</p>
      <ul className="menu__goes">
        <li>{t("data.eraseOne")}</li>
        <li>{t("data.eraseTwo")}</li>
        <li>{t("data.eraseThree", { brand })}</li>
      </ul>
      {state.chat?.state === "open" && <p>{t("data.eraseRunning")}</p>}
      <p className="muted">{t("data.eraseStays")}</p>
      {problem && <Banner tone="red">{problem}</Banner>}
      <Button
        look="danger"
        block
        busy={busy !== null}
        busyLabel={t("data.erasing")}
        onClick={() => void run("it", session.erase)}
      >
        {t("data.erase")}
      </Button>
      <Button look="quiet" block onClick={props.onBack}>
        {t("data.keep")}
      </Button>
    </>
  );
}
