"use client";

import { Package, ShieldCheck } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { VisitorProfile as Profile } from "@/lib/domain/chat/view";
import { useDeskHandle } from "./use-desk";
import { useMoment } from "./use-moment";
import { useServerNow } from "./use-server-now";
import { useSomeone } from "./use-words";

const HALF_MINUTE_MS = 30_000;

/** What the brand and the visitor himself told of him; for staff alone. */
export function VisitorProfile(props: { visitor: Profile }) {
  const { visitor } = props;
  const t = useTranslations("desk.visitor");
  const locale = useLocale();
  const name = useSomeone()(visitor.name ?? visitor.firstName);
  const language =
    new Intl.DisplayNames(locale, { type: "language" }).of(visitor.language) ?? visitor.language;
  const facts = [
    ...visitor.facts,
    ...(visitor.email ? [{ label: t("email"), value: visitor.email }] : []),
    { label: t("language"), value: language },
  ];
  return (
    <>
      <section>
        <div className="who">
          <Avatar kind="visitor" name={name} size={48} />
          <div className="grid gap-1">
            <h2 className="t-body strong">{name}</h2>
            {visitor.isVerified ? (
              <Tag tone="line" icon={ShieldCheck}>
                {t("verified")}
              </Tag>
            ) : (
              <span className="meta">{t("unverified")}</span>
            )}
          </div>
        </div>
        <dl className="kv">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Cart cart={visitor.cart} />
      <Pages pages={visitor.pages} />
      <Past past={visitor.past} />
    </>
  );
}

function Cart(props: { cart: Profile["cart"] }) {
  const { cart } = props;
  const t = useTranslations("desk.visitor");
  const format = useFormatter();
  const amount = (value: number) =>
    format.number(value, {
      style: "currency",
      currency: cart?.currency ?? "EUR",
      trailingZeroDisplay: "stripIfInteger",
    });
  return (
    <section>
      <div className="between">
        <h2>{t("cart")}</h2>
        {cart && cart.items.length > 0 && <span className="num muted">{amount(cart.total)}</span>}
      </div>
      {!cart || cart.items.length === 0 ? (
        <p className="muted">{t("cartEmpty")}</p>
      ) : (
        <ul className="cart">
          {cart.items.map((item, index) => (
            // Two lines of a cart may be alike in everything.
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot, drawn as a whole.
            <li key={index} className="cartrow">
              <span className="cartrow__mark">
                <Icon icon={Package} />
              </span>
              <span>
                {item.name}
                <span className="meta block">{t("pieces", { count: item.quantity })}</span>
              </span>
              <span className="num">{amount(item.price * item.quantity)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Pages(props: { pages: Profile["pages"] }) {
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.visitor");
  const moment = useMoment();
  const now = useServerNow(clock, HALF_MINUTE_MS);
  const when = (at: string) => {
    const minutes = Math.floor((now - Date.parse(at)) / 60_000);
    if (minutes < 1) return t("now");
    return minutes < 60 ? t("minutesAgo", { count: minutes }) : moment(at, now);
  };
  return (
    <section>
      <h2>{t("pages")}</h2>
      {props.pages.length === 0 && <p className="muted">{t("pagesNone")}</p>}
      <ul className="trail">
        {props.pages.map((page) => (
          <li key={`${page.url} ${page.at}`}>
            <bdi>{page.title || page.url}</bdi>
            <span className="meta">{when(page.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Past(props: { past: Profile["past"] }) {
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.visitor");
  const moment = useMoment();
  return (
    <section>
      <h2>{t("past")}</h2>
      {props.past.length === 0 && <p className="muted">{t("pastNone")}</p>}
      <ul className="trail">
        {props.past.map((each) => {
          const helper = each.helper
            ? t(each.helperKind === "staff" ? "pastStaff" : "pastOwner", { name: each.helper })
            : t("noAnswer");
          const words = each.solved ? [helper, t("solved", { solved: each.solved })] : [helper];
          return (
            <li key={each.questionId}>
              <span>
                <bdi>{each.text}</bdi>
                <span className="meta block">{words.join(" · ")}</span>
              </span>
              <span className="meta">{moment(each.at, clock.now())}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
