"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { OwnedLine, Proven, Waiting } from "@/components/ownership/owned-line";
import { OwnershipForm } from "@/components/ownership/ownership-form";
import { useSaid } from "@/components/settings/use-undo";
import { Button } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { AddOwnership } from "@/lib/domain/ownership/schema";
import type { OwnedChange, OwnedList, OwnedView } from "@/lib/domain/ownership/view";
import { peopleRequests } from "./people-requests";

/** On somebody's page: what he owns and how that is known, and a manager's word on it. */
export function PersonOwned(props: {
  brand: { slug: string; name: string };
  person: { id: string; name: string; isSelf: boolean };
  initial: OwnedList;
}) {
  const { brand, person } = props;
  const { id: memberId, name } = person;
  const t = useTranslations("people.owns");
  const words = useTranslations("recognition.owned");
  const errorText = useErrorText();
  const requests = peopleRequests(brand.slug);
  const [{ owned, claims, products }, setList] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const reread = async () => setList(await requests.owned(memberId));

  const said = useSaid(brand.slug, reread);
  const take = ({ list, auditId }: OwnedChange, text: string) => {
    setList(list);
    said(text, auditId);
  };
  const add = async ({ product, since }: AddOwnership) => {
    try {
      take(await requests.addOwned(memberId, { product, since }), t("added", { name, product }));
    } catch (error) {
      // Somebody else may have added the same.
      await reread().catch(() => undefined);
      throw error;
    }
  };
  const remove = async ({ id, product }: OwnedView) => {
    setBusy(id);
    try {
      take(await requests.removeOwned(memberId, id), t("removed", { name, product }));
      heading.current?.focus();
    } catch (error) {
      showError(errorText(error));
      await reread().catch(() => undefined);
    }
    setBusy(null);
  };

  return (
    <section className="grid gap-5 border-t border-line pt-6" aria-labelledby="person-owns">
      <div className="grid gap-1">
        <h2 id="person-owns" className="t-title" ref={heading} tabIndex={-1}>
          {t("title", { name })}
        </h2>
        <p className="muted">{owned.length + claims.length === 0 ? t("none") : t("lead", { name })}</p>
      </div>
      {owned.length + claims.length > 0 && (
        <ul className="border-t border-line">
          {owned.map((each) => (
            <OwnedLine
              key={each.id}
              product={each.product}
              action={
                <Button
                  look="quiet"
                  size="sm"
                  className="-mr-3"
                  busy={busy === each.id}
                  aria-label={words("removeOf", { product: each.product })}
                  onClick={() => void remove(each)}
                >
                  {words("remove")}
                </Button>
              }
            >
              <Proven owned={each} brandName={brand.name} />
            </OwnedLine>
          ))}
          {claims.map((claim) => (
            <OwnedLine
              key={claim.id}
              product={claim.product}
              action={
                claim.declinedFor === null &&
                !person.isSelf && (
                  <Link
                    className="underline"
                    aria-label={t("checkOf", { product: claim.product })}
                    href={`/${brand.slug}/community/ownership`}
                  >
                    {t("check")}
                  </Link>
                )
              }
            >
              <Waiting claim={claim} />
            </OwnedLine>
          ))}
        </ul>
      )}
      {person.isSelf ? (
        <p className="muted">
          {t("self")}{" "}
          <Link className="underline" href={`/${brand.slug}/profile`}>
            {t("toProfile")}
          </Link>
        </p>
      ) : (
        <OwnershipForm
          products={products}
          words={{ add: t("add"), since: t("since"), send: t("send"), sending: t("sending") }}
          onSend={add}
        />
      )}
    </section>
  );
}
