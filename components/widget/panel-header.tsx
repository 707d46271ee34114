import { Ellipsis, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** The panel's head: who or what this is, a line below, and the way out. Its title names the dialog. */
export function PanelHeader(props: {
  before?: ReactNode;
  title: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useWords();
  const { minimise, openMenu } = usePanel();
  return (
    <header className="pn__head">
      {props.before}
      <div className="pn__name">
        <h1 id="pn-title" tabIndex={-1}>
          {props.title}
        </h1>
        {props.meta && <p className="meta">{props.meta}</p>}
      </div>
      {props.actions}
      <IconButton
        icon={Ellipsis}
        label={t("panel.options")}
        aria-haspopup="dialog"
        data-menu=""
        onClick={openMenu}
      />
      <IconButton icon={Minus} label={t("panel.minimise")} onClick={minimise} />
    </header>
  );
}
