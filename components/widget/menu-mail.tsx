import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { isEmail } from "./email";
import { focusHeading, useMenuWords } from "./menu-words";
import { useDoing, usePanel } from "./panel-context";

/** The conversation so far, to an address that nobody keeps unless the visitor says so. */
export function MailPage() {
  const t = useMenuWords();
  const { state, session } = usePanel();
  const { busy, problem, run } = useDoing();
  const [email, setEmail] = useState("");
  const [keep, setKeep] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const isWrong = !isEmail(email);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsChecked(true);
    if (isWrong) {
      event.currentTarget.querySelector("input")?.focus();
      return;
    }
    const chatId = state.chat?.id ?? "";
    const to = email.trim();
    if (await run("it", () => session.api.mail(chatId, { email: to, keep }))) {
      focusHeading();
      setSentTo(to);
    }
  };
  if (sentTo) return <Banner tone="green">{t("mail.sent", { email: sentTo })}</Banner>;
  return (
    <form className="pn__form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="muted">{t("mail.lead")}</p>
      <TextField
        label={t("mail.email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        value={email}
        placeholder={t("mail.placeholder")}
        error={isChecked && isWrong ? t("mail.wrong") : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <label className="tick">
        <input type="checkbox" checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} />
        <span>
          {t("mail.keep", { brand: state.site?.name ?? "" })}
          <span className="help">{t("mail.keepHelp")}</span>
        </span>
      </label>
      {problem && <Banner tone="red">{problem}</Banner>}
      <Button look="primary" block type="submit" busy={busy !== null} busyLabel={t("mail.sending")}>
        {t("mail.send")}
      </Button>
    </form>
  );
}
