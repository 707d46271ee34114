"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { SelectField } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import { showError, showToast } from "@/components/ui/toast";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf, locales } from "@/lib/domain/locale";
import { mayManage, mostChats } from "@/lib/domain/member/manage";
import type { PersonDetail, TopicChoice } from "@/lib/domain/member/people-view";
import { type Role, roles } from "@/lib/domain/member/role";
import { EditConflict } from "./edit-conflict";
import { peopleRequests } from "./people-requests";
import { changesOf, choicesOf, type PersonChoices } from "./person-choices";
import { RampLine } from "./ramp-line";

const capacities = Array.from({ length: mostChats }, (_, index) => `${index + 1}`);
const byRule = "rule";

/** Changes a member. What is typed stays when somebody else was faster; what is saved can be undone at once. */
export function EditPerson(props: {
  brandSlug: string;
  selfRole: Role;
  person: PersonDetail;
  topics: readonly TopicChoice[];
}) {
  const { brandSlug, selfRole, topics } = props;
  const t = useTranslations("people");
  const errorText = useErrorText();
  const locale = localeOf(useLocale());
  const router = useRouter();
  const requests = peopleRequests(brandSlug);
  const [stored, setStored] = useState(props.person);
  const [mine, setMine] = useState<PersonChoices>(() => choicesOf(props.person));
  const [rival, setRival] = useState<{ name: string; person: PersonDetail } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const languagesBox = useRef<HTMLDivElement>(null);
  const { name, status, isSelf } = stored;
  const change = (part: Partial<PersonChoices>) => setMine((before) => ({ ...before, ...part }));

  const take = (person: PersonDetail) => {
    setStored(person);
    setMine(choicesOf(person));
    setRival(null);
  };

  const undo = async (auditId: string) => {
    try {
      await requests.undo(auditId);
      take(await requests.person(stored.id));
      showToast(t("edit.undone", { name }));
      router.refresh();
    } catch (error) {
      showError(errorText(error));
    }
  };

  const save = async (base: PersonDetail) => {
    if (isBusy) return;
    const changes = changesOf(base, mine);
    setProblem(null);
    if (mine.languages.length === 0) {
      languagesBox.current?.querySelector("button")?.focus();
      return;
    }
    if (!changes) {
      take(base);
      return showToast(t("edit.nothing"));
    }
    setBusy(true);
    try {
      const { auditId } = await requests.change(base.id, { ...changes, version: base.version });
      take(await requests.person(base.id));
      showToast(
        t("edit.saved", { name }),
        auditId ? { label: t("edit.undo"), onAction: () => void undo(auditId) } : undefined,
      );
      router.refresh();
    } catch (error) {
      const person = await rivalOf(error);
      if (person) setRival(person);
      else setProblem(errorText(error));
    }
    setBusy(false);
  };

  /** What somebody else saved meanwhile, if that is what went wrong. */
  const rivalOf = async (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== "CHANGED_MEANWHILE") return null;
    const person = await requests.person(stored.id).catch(() => null);
    return person && { name: `${error.params.name || "nobody"}`, person };
  };

  return (
    <form
      className="grid gap-6"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(stored);
      }}
    >
      <div className="grid gap-6 bar:grid-cols-2">
        <SelectField
          label={t("edit.role")}
          help={selfRole === "admin" ? t(`role.${mine.role}Help`) : t("edit.roleHelpAdmin")}
          options={roles
            .filter((role) => mayManage(selfRole, role))
            .map((role) => ({ value: role, label: t(`role.${role}`) }))}
          value={mine.role}
          onValue={(role) => change({ role })}
        />
        <SelectField
          label={t("edit.capacity")}
          help={t("edit.capacityHelp", { load: stored.load })}
          options={[
            { value: byRule, label: t("edit.capacityRule", { count: stored.ramp.byRule }) },
            ...capacities.map((count) => ({ value: count, label: count })),
          ]}
          value={mine.capacity === null ? byRule : `${mine.capacity}`}
          onValue={(count) => change({ capacity: count === byRule ? null : Number(count) })}
        />
      </div>
      <RampLine person={stored} chosen={mine.capacity} onRule={() => change({ capacity: null })} />
      {topics.length === 0 ? (
        <p className="muted">{t("edit.noTopics")}</p>
      ) : (
        <ChipsField
          label={t("edit.topics")}
          help={t("edit.topicsHelp")}
          options={topics.map(({ id, names }) => ({ value: id, label: names[locale] }))}
          value={mine.topicIds}
          onValue={(topicIds) => change({ topicIds })}
        />
      )}
      <div ref={languagesBox}>
        <ChipsField
          label={t("edit.languages")}
          error={mine.languages.length === 0 ? t("edit.languagesMissing") : undefined}
          options={locales.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={mine.languages}
          onValue={(languages) => change({ languages })}
        />
      </div>
      {status === "suspended" ? (
        <p className="muted">{t("edit.suspended")}</p>
      ) : isSelf ? (
        <p className="muted">{t("edit.pausedSelf")}</p>
      ) : (
        <div className="flex items-start gap-4">
          <Switch
            staff
            checked={mine.isPaused}
            onChecked={(isPaused) => change({ isPaused })}
            label={t("edit.paused")}
            describedBy="person-paused"
          />
          <div>
            <p className="strong" aria-hidden="true">
              {t("edit.paused")}
            </p>
            <p className="muted" id="person-paused">
              {t("edit.pausedHelp")}
            </p>
          </div>
        </div>
      )}
      {rival && (
        <EditConflict
          name={rival.name}
          person={rival.person}
          mine={mine}
          topics={topics}
          onMine={() => {
            setStored(rival.person);
            setRival(null);
            void save(rival.person);
          }}
          onTheirs={() => take(rival.person)}
        />
      )}
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <Button
        type="submit"
        look="primary"
        className="justify-self-start"
        busy={isBusy}
        busyLabel={t("edit.saving")}
      >
        {t("edit.save")}
      </Button>
    </form>
  );
}
