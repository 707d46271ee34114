import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";
import { useFirstFocus } from "./use-first-focus";

/** One address, as browsers understand it. The server looks again. */
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;

/** The e-mail that an answer goes to. For a question that still waits it also ends the waiting. */
export function LeaveForm(props: { question: VisitorQuestion; onBack?: () => void }) {
  const t = useWords();
  const { actions } = usePanel();
  const { question, onBack } = props;
  const { busy, problem, run } = useDoing();
  const first = useFirstFocus<HTMLFormElement>();
  const [email, setEmail] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const isWrong = !ADDRESS.test(email.trim()) || email.trim().length > 254;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (isWrong) event.currentTarget.querySelector("input")?.focus();
    else void run("it", () => actions.leave(email.trim()));
  };
  return (
    <form className="pn__form" ref={onBack && first} onSubmit={submit} noValidate>
      {onBack && <h2 className="t-title">{t("left.titleLeaving")}</h2>}
      {onBack && (
        <blockquote className="quote" dir="auto">
          {question.text}
        </blockquote>
      )}
      <TextField
        label={t("left.email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={email}
        placeholder={t("left.emailPlaceholder")}
        help={t("left.emailHelp")}
        error={isChecked && isWrong ? t("left.emailWrong") : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {problem && <Banner tone="red">{problem}</Banner>}
      <Button
        look={onBack ? "primary" : "secondary"}
        block
        type="submit"
        busy={busy !== null}
        busyLabel={t("left.sending")}
      >
        {t(onBack ? "left.sendLeave" : "left.send")}
      </Button>
      {onBack && (
        <Button look="quiet" size="sm" block onClick={onBack}>
          {t("left.back")}
        </Button>
      )}
    </form>
  );
}
