import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Saved } from "@/lib/domain/brand/view";
import { rebase, type Values } from "./merge";
import { useSaid } from "./use-undo";

/** What a form shows, and the version of it that is stored. */
export type Versioned<T> = { values: T; version: number };
/** A sentence for each field that cannot be saved as it is. */
export type Problems<T> = Partial<Record<keyof T, string>>;

/**
 * A form whose saving tells when somebody else was faster: `conflict` then holds what is stored now, and what was typed
 * stays. `check` names what is wrong before anything is sent; `fieldOf` gives the form's field that a refusal is about.
 */
export function useVersionedForm<T extends Values>(options: {
  brandSlug: string;
  initial: Versioned<T>;
  /** What this screen itself has stored since, elsewhere than in the form: it is taken over under what was typed. */
  newest?: Versioned<T>;
  read: () => Promise<Versioned<T>>;
  save: (values: T, version: number) => Promise<Saved>;
  check: (values: T) => Problems<T>;
  fieldOf?: (field: string) => (keyof T & string) | undefined;
}) {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const [stored, setStored] = useState(options.initial);
  const [values, setValues] = useState(options.initial.values);
  const [problems, setProblems] = useState<Problems<T>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState<{ name: string } | null>(null);
  const [isBusy, setBusy] = useState(false);

  const { newest } = options;
  useEffect(() => {
    if (!newest || newest.version <= stored.version) return;
    setValues((typed) => rebase(stored.values, typed, newest.values));
    setStored(newest);
  }, [newest, stored]);

  const show = (now: Versioned<T>) => {
    setStored(now);
    setValues(now.values);
    setConflict(null);
    setProblems({});
    setFailure(null);
  };
  const said = useSaid(options.brandSlug, async () => show(await options.read()));

  function refuse(found: Problems<T>) {
    setProblems(found);
    // After React has marked the fields.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  async function save() {
    const found = options.check(values);
    setFailure(null);
    if (Object.keys(found).length > 0) return refuse(found);
    setProblems({});
    setBusy(true);
    try {
      const { version, auditId } = await options.save(values, stored.version);
      // What was mended on the way is read back.
      show(auditId === null ? { values, version } : await options.read().catch(() => ({ values, version })));
      said(auditId === null ? t("nothingChanged") : t("saved"), auditId);
      router.refresh();
    } catch (error) {
      await refused(error);
    }
    setBusy(false);
  }

  async function refused(error: unknown) {
    if (error instanceof ApiError && error.code === "CHANGED_MEANWHILE") {
      const theirs = await options.read().catch(() => null);
      if (theirs) {
        setValues(rebase(stored.values, values, theirs.values));
        setStored(theirs);
        return setConflict({ name: String(error.params.name || "nobody") });
      }
    }
    if (error instanceof ApiError && error.code === "INVALID_INPUT") {
      const field = String(error.params.field ?? "");
      const known = options.fieldOf ? options.fieldOf(field) : field.split(".")[0];
      if (known && known in values) return refuse({ [known]: t("invalid") } as Problems<T>);
    }
    setFailure(errorText(error));
  }

  return {
    box,
    values,
    stored: stored.values,
    problems,
    failure,
    conflict,
    isBusy,
    set<K extends keyof T>(name: K, value: T[K]) {
      setValues((before) => ({ ...before, [name]: value }));
      setProblems(({ [name]: _, ...others }) => others as Problems<T>);
    },
    submit(event: FormEvent) {
      event.preventDefault();
      if (!isBusy) void save();
    },
    takeStored: () => show(stored),
  };
}
export type VersionedForm<T extends Values> = ReturnType<typeof useVersionedForm<T>>;
