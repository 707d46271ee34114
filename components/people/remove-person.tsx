"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { restorableDays } from "@/lib/domain/member/manage";
import type { PersonView } from "@/lib/domain/member/people-view";
import { peopleRequests } from "./people-requests";

/** Takes a member's place away, after saying what that means. */
export function RemovePerson(props: { brand: { slug: string; name: string }; person: PersonView }) {
  const { brand, person } = props;
  const { id, name, load } = person;
  const t = useTranslations("people");
  const words = useTranslations("ui");
  const errorText = useErrorText();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const requests = peopleRequests(brand.slug);

  const bringBack = async () => {
    try {
      await requests.restore(id);
      showToast(t("remove.undone", { name }));
      router.refresh();
    } catch (error) {
      showError(errorText(error));
    }
  };

  return (
    <section className="grid justify-items-start gap-3 border-t border-line pt-6">
      <h2 className="t-title">{t("edit.dangerTitle", { name })}</h2>
      <p className="muted">{t("edit.dangerText", { name, brand: brand.name, days: restorableDays })}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t("edit.remove", { brand: brand.name })}
      </Button>
      {isAsking && (
        <ConfirmByName
          title={t("remove.title", { name, brand: brand.name })}
          name={name}
          label={t("remove.label", { name })}
          mismatch={t("remove.mismatch")}
          cancel={words("cancel")}
          confirm={t("remove.confirm")}
          confirming={t("remove.confirming")}
          errorText={errorText}
          run={async () => {
            await requests.remove(id);
            showToast(t("remove.done", { name }), {
              label: t("remove.undo"),
              onAction: () => void bringBack(),
            });
            router.push(`/${brand.slug}/people`);
            router.refresh();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t("remove.now", { name })}</p>
          <p>{t("remove.chats", { load })}</p>
          <p>{t("remove.back", { name, days: restorableDays })}</p>
        </ConfirmByName>
      )}
    </section>
  );
}
