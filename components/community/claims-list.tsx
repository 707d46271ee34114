"use client";

import { BadgeCheck } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { TextField } from "@/components/ui/field";
import { showError, showToast } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { ClaimToCheck } from "@/lib/domain/ownership/view";

function claimRequests(brand: string) {
  const claims = apiClient().api.brands[":brand"]["ownership-claims"];
  const on = (claimId: string) => ({ param: { brand, claimId } });
  return {
    read: () => reply(claims.$get({ param: { brand } })),
    confirm: ({ id, statedAt }: ClaimToCheck) =>
      reply(claims[":claimId"].confirm.$post({ ...on(id), json: { statedAt } })),
    decline: ({ id, statedAt }: ClaimToCheck, reason: string) =>
      reply(claims[":claimId"].decline.$post({ ...on(id), json: { statedAt, reason } })),
  };
}

/** What members say that they own, for a manager to look up. After a decision an order's number is gone. */
export function ClaimsList(props: { brandSlug: string; initial: readonly ClaimToCheck[] }) {
  const { brandSlug } = props;
  const t = useTranslations("recognition.claims");
  const errorText = useErrorText();
  const requests = claimRequests(brandSlug);
  const [claims, setClaims] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);
  const [declining, setDeclining] = useState<ClaimToCheck | null>(null);

  const lookAgain = () =>
    requests.read().then(
      (fresh) => {
        setClaims(fresh.claims);
        setDeclining((seen) => fresh.claims.find(({ id }) => id === seen?.id) ?? seen);
      },
      () => {},
    );
  const confirm = async (claim: ClaimToCheck) => {
    const { id, member } = claim;
    setBusy(id);
    try {
      await requests.confirm(claim);
      setClaims(claims.filter((each) => each.id !== id));
      showToast(t("confirmed", { name: member.name }));
    } catch (error) {
      showError(errorText(error));
      await lookAgain();
    }
    setBusy(null);
  };

  if (claims.length === 0)
    return (
      <Empty icon={BadgeCheck} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <>
      <ul className="border-t border-line">
        {claims.map((claim) => (
          <li
            key={claim.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line py-4"
          >
            <Claim brandSlug={brandSlug} claim={claim} />
            <div className="flex flex-wrap gap-2">
              <Button
                aria-label={t("confirmOf", { name: claim.member.name, product: claim.product })}
                busy={busy === claim.id}
                busyLabel={t("confirming")}
                onClick={() => void confirm(claim)}
              >
                {t("confirm")}
              </Button>
              <Button
                look="quiet"
                aria-label={t("declineOf", { name: claim.member.name, product: claim.product })}
                onClick={() => setDeclining(claim)}
              >
                {t("decline")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {declining && (
        <DeclineDialog
          brandSlug={brandSlug}
          claim={declining}
          run={(reason) => requests.decline(declining, reason)}
          onDone={() => {
            setClaims(claims.filter((each) => each.id !== declining.id));
            setDeclining(null);
          }}
          onRefused={() => void lookAgain()}
          onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
}

function Claim({ brandSlug, claim }: { brandSlug: string; claim: ClaimToCheck }) {
  const t = useTranslations("recognition.claims");
  const format = useFormatter();
  const { member } = claim;
  const date = (day: string) => format.dateTime(new Date(day), { dateStyle: "medium", timeZone: "UTC" });
  return (
    <div className="flex min-w-0 flex-1 basis-[320px] items-start gap-3">
      <Avatar kind="owner" initials={member.initials} tint={member.tint} />
      <div className="grid min-w-0 gap-1">
        <p className="wrap-anywhere">
          <Link className="strong underline" href={`/${brandSlug}/people/${member.id}`}>
            {member.name}
          </Link>{" "}
          {t("owns", { product: claim.product, since: date(claim.since) })}
        </p>
        <p className="muted wrap-anywhere">
          {claim.orderNumber === null ? t("noOrder") : t("order", { number: claim.orderNumber })}
        </p>
        <p className="meta">{t("stated", { date: date(claim.statedAt) })}</p>
      </div>
    </div>
  );
}

function DeclineDialog(props: {
  brandSlug: string;
  claim: ClaimToCheck;
  run: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onRefused: () => void;
  onClose: () => void;
}) {
  const { claim } = props;
  const t = useTranslations("recognition.claims");
  const errorText = useErrorText();
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || !reason.trim()) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.run(reason.trim());
      props.onDone();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
      props.onRefused();
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("declineTitle", { name: claim.member.name })}
      description={t("declineText", { name: claim.member.name })}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" form="decline-claim" busy={isBusy} busyLabel={t("declining")}>
            {t("decline")}
          </Button>
        </>
      }
    >
      <form id="decline-claim" noValidate onSubmit={(event) => void send(event)}>
        <Claim brandSlug={props.brandSlug} claim={claim} />
        <TextField
          label={t("reason")}
          value={reason}
          maxLength={200}
          error={wasTried && !reason.trim() ? t("reasonMissing") : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
