import { WifiOff } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** Says that the line is lost, quietly when things still arrive slowly. Nothing while all is well. */
export function ConnectionLine(props: { writing?: boolean }) {
  const t = useWords();
  const { status } = usePanel().state;
  if (status === "offline")
    return (
      <Banner icon={WifiOff}>
        <span>{t(props.writing ? "panel.offline" : "panel.offlineQuiet")}</span>
      </Banner>
    );
  if (status === "polling")
    return (
      <p className="pn__slow" role="status">
        {t("panel.slow")}
      </p>
    );
  return null;
}

/** Where the browser keeps nothing for this frame, the visitor should know before he reloads. */
export function ForgetfulLine() {
  const t = useWords();
  const { session } = usePanel();
  return session.identity.isKept() ? null : <p className="fine">{t("panel.forgetful")}</p>;
}
