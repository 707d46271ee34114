"use client";

import { Heart } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLevelName } from "@/components/badge/use-level-name";
import { badgeProps } from "@/components/community/badge-props";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import type { Desk } from "@/lib/domain/desk/desk";
import type { AwardView, BadgeProgress, ThanksView } from "@/lib/domain/member/view";
import { useDeskHandle } from "./use-desk";
import { useMoment } from "./use-moment";
import { useNameOf, useSomeone } from "./use-words";

const SHOWN_THANKS = 4;

/** What came back: a badge just earned, the next one, the last thanks, the badges so far. */
export function Recognition(props: { desk: Desk }) {
  const { desk } = props;
  const t = useTranslations("desk.recognition");
  return (
    <>
      {desk.freshAward && <FreshAward award={desk.freshAward} />}
      {desk.nextBadge ? (
        <NextBadge progress={desk.nextBadge} />
      ) : (
        desk.awards.length > 0 && (
          <section>
            <h2>{t("next")}</h2>
            <p className="muted">{t("allEarned")}</p>
          </section>
        )
      )}
      <section>
        <div className="between">
          <h2>{t("thanks")}</h2>
          {desk.thanksTotal > 0 && (
            <span className="meta num">{t("total", { count: desk.thanksTotal })}</span>
          )}
        </div>
        {desk.thanks.length === 0 ? (
          <Empty icon={Heart} title={t("none")}>
            {t("noneText")}
          </Empty>
        ) : (
          desk.thanks.slice(0, SHOWN_THANKS).map((thanks) => <Note key={thanks.id} thanks={thanks} />)
        )}
      </section>
      {desk.awards.length > 0 && <OwnBadges awards={desk.awards} />}
    </>
  );
}

function FreshAward(props: { award: AwardView }) {
  const { badge, count, topic } = props.award;
  const t = useTranslations("desk.recognition");
  const badges = useTranslations("badge.shelf");
  const nameOf = useNameOf();
  const withLevel = useLevelName();
  return (
    <section role="status">
      <h2 className="c-green">{t("earned")}</h2>
      <div className="next">
        <Badge {...badgeProps(badge)} size={64} fresh />
        <div>
          <b className="t-body strong">{withLevel(badge)}</b>
          <p className="muted">
            {badges("rests", { family: badge.family, need: count, topic: topic ? nameOf(topic) : "" })}
          </p>
        </div>
      </div>
    </section>
  );
}

function NextBadge(props: { progress: BadgeProgress }) {
  const { badge, have, need, topic } = props.progress;
  const t = useTranslations("desk.recognition");
  const badges = useTranslations("badge.shelf");
  const nameOf = useNameOf();
  const withLevel = useLevelName();
  return (
    <section>
      <h2>{t("next")}</h2>
      <div className="next">
        <Badge {...badgeProps(badge)} size={64} locked />
        <div>
          <b className="t-body strong">{withLevel(badge)}</b>
          <p className="muted num">
            {badges("progress", { family: badge.family, have, need, topic: topic ? nameOf(topic) : "" })}
          </p>
          <div className="meter" aria-hidden="true">
            <i style={{ width: `${Math.min(100, (100 * have) / need)}%` }} />
          </div>
        </div>
      </div>
      {have < need && <p className="muted">{t("toGo", { count: need - have })}</p>}
    </section>
  );
}

function Note(props: { thanks: ThanksView }) {
  const { words, stars, from, topic, thankedAt } = props.thanks;
  const { clock } = useDeskHandle();
  const t = useTranslations("desk.recognition");
  const name = useSomeone()(from);
  const nameOf = useNameOf();
  const time = useMoment()(thankedAt, clock.now());
  return (
    <blockquote className="note">
      {words ? (
        <p dir="auto">{t("quote", { words })}</p>
      ) : (
        <p className="muted">{t("wordless", { stars })}</p>
      )}
      <footer className="meta">
        {topic ? t("byTopic", { name, time, topic: nameOf(topic) }) : t("by", { name, time })}
      </footer>
    </blockquote>
  );
}

function OwnBadges(props: { awards: readonly AwardView[] }) {
  const t = useTranslations("desk.recognition");
  const withLevel = useLevelName();
  return (
    <section>
      <h2>{t("badges")}</h2>
      <ul className="shelf">
        {props.awards.map(({ badge }) => (
          <li key={`${badge.key} ${badge.level}`}>
            <Badge {...badgeProps(badge)} size={24} />
            <span>{withLevel(badge)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
