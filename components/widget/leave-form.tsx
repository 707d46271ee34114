import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { isEmail } from "./email";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";
import { useFirstFocus } from "./use-first-focus";

/**
 * The e-mail that an answer goes to. For a question that still waits it also ends the waiting; then it may stay empty,
 * where the answer can be read here.
 */
export function LeaveForm(props: { question: VisitorQuestion; onBack?: () => void }) {
  const t = useWords();
  const { actions, session } = usePanel();
  const { question, onBack } = props;
  const { busy, problem, run } = useDoing();
  const first = useFirstFocus<HTMLFormElement>();
  const [email, setEmail] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const isOptional = onBack !== undefined && session.identity.isKept();
  const isLeftOut = isOptional && email.trim() === "";
  const isWrong = !isLeftOut && !isEmail(email);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (isWrong) event.currentTarget.querySelector("input")?.focus();
    else void run("it", () => actions.leave(isLeftOut ? null : email.trim()));
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
        optional={isOptional ? t("ask.optional") : undefined}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={email}
        placeholder={t("left.emailPlaceholder")}
        help={[t("left.emailHelp"), ...(isOptional ? [t("left.emailOptionalHelp")] : [])].join(" ")}
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
