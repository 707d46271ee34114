"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { TextAreaField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import { useErrorText } from "@/lib/client/use-error-text";
import { typedAddresses } from "@/lib/domain/invitation/addresses";
import { mostAddresses } from "@/lib/domain/invitation/schema";
import type { Invited } from "@/lib/domain/invitation/view";
import { type Locale, localeOf, locales } from "@/lib/domain/locale";
import { firstCapacity, mayManage, mostChats } from "@/lib/domain/member/manage";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type Role, roles } from "@/lib/domain/member/role";
import { peopleRequests } from "./people-requests";

const capacities = Array.from({ length: mostChats }, (_, index) => index + 1);

/** Invites addresses by mail. What was refused stays in the field, with the reason below. */
export function InviteForm(props: {
  brandSlug: string;
  selfRole: Role;
  topics: readonly TopicChoice[];
  settings: Parameters<typeof firstCapacity>[0];
  /** Filled in, where somebody is invited again. */
  address: string;
}) {
  const { brandSlug, selfRole, topics } = props;
  const t = useTranslations("people");
  const errorText = useErrorText();
  const router = useRouter();
  const locale = localeOf(useLocale());
  const box = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(props.address);
  const [role, setRole] = useState<Role>("expert");
  const [topicIds, setTopicIds] = useState<string[]>([]);
  const [capacity, setCapacity] = useState(firstCapacity(props.settings, "expert"));
  const [language, setLanguage] = useState<Locale>(locale);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [result, setResult] = useState<Invited | null>(null);
  const addresses = typedAddresses(text);

  const refuse = (words: string) => {
    setProblem(words);
    box.current?.querySelector("textarea")?.focus();
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setResult(null);
    if (addresses.length === 0) return refuse(t("invite.addressesMissing"));
    if (addresses.length > mostAddresses)
      return refuse(t("invite.tooMany", { most: mostAddresses, count: addresses.length }));
    setProblem(null);
    setBusy(true);
    try {
      const known = role === "expert" ? topicIds : [];
      const short = addresses.map((address) => address.slice(0, 320));
      const done = await peopleRequests(brandSlug).invite({
        addresses: short,
        role,
        topicIds: known,
        capacity,
        language,
      });
      setResult(done);
      setText(done.refused.map(({ typed }) => typed).join("\n"));
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };

  return (
    <form ref={box} className="grid gap-5" noValidate onSubmit={(event) => void send(event)}>
      <TextAreaField
        label={t("invite.addresses")}
        help={t("invite.addressesHelp")}
        error={problem}
        rows={3}
        dir="ltr"
        value={text}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="grid gap-5 bar:grid-cols-3">
        <SelectField
          label={t("invite.role")}
          help={t(`role.${role}Help`)}
          options={roles
            .filter((each) => mayManage(selfRole, each))
            .map((each) => ({ value: each, label: t(`role.${each}`) }))}
          value={role}
          onValue={(chosen) => {
            setRole(chosen);
            setCapacity(firstCapacity(props.settings, chosen));
          }}
        />
        <SelectField
          label={t("invite.capacity")}
          help={t("invite.capacityHelp", { count: firstCapacity(props.settings, role) })}
          options={capacities.map((count) => ({ value: `${count}`, label: `${count}` }))}
          value={`${capacity}`}
          onValue={(chosen) => setCapacity(Number(chosen))}
        />
        <SelectField
          label={t("invite.language")}
          options={locales.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={language}
          onValue={setLanguage}
        />
      </div>
      {role === "expert" && topics.length > 0 && (
        <ChipsField
          label={t("invite.topics")}
          help={t("invite.topicsHelp")}
          options={topics.map(({ id, names }) => ({ value: id, label: names[locale] }))}
          value={topicIds}
          onValue={setTopicIds}
        />
      )}
      <Button
        type="submit"
        look="primary"
        className="justify-self-start"
        busy={isBusy}
        busyLabel={t("invite.sending")}
      >
        {t("invite.send", { count: addresses.length })}
      </Button>
      <div role="status" className="grid gap-4">
        {result && <Outcome result={result} />}
      </div>
    </form>
  );
}

function Outcome({ result: { invited, refused } }: { result: Invited }) {
  const t = useTranslations("people.invite");
  return (
    <>
      {invited.length > 0 && (
        <div className="grid gap-1">
          <p className="strong c-green flex items-center gap-2">
            <Icon icon={CircleCheck} size={16} />
            {t("sentTitle", { count: invited.length })}
          </p>
          <ul className="muted">
            {invited.map(({ email, isReplaced }) => (
              <li key={email}>{t(isReplaced ? "sentReplaced" : "sentNew", { email })}</li>
            ))}
          </ul>
        </div>
      )}
      {refused.length > 0 && (
        <div className="grid gap-1">
          <p className="strong c-red flex items-center gap-2">
            <Icon icon={TriangleAlert} size={16} />
            {t("refusedTitle", { count: refused.length })}
          </p>
          <ul className="muted">
            {refused.map(({ typed, reason }) => (
              <li key={typed} className="wrap-anywhere">
                {t(reason, { typed })}
              </li>
            ))}
          </ul>
          <p className="meta">{t("refusedKept")}</p>
        </div>
      )}
    </>
  );
}
