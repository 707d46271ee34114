"use client";

import { ArrowDown, ArrowUp, MessagesSquare, Pencil, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Locale } from "@/lib/domain/locale";
import type { TopicView } from "@/lib/domain/topic/schema";
import { AddTopic } from "./add-topic";
import { RenameTopic } from "./rename-topic";
import { settingsRequests } from "./requests";
import { useSaid } from "./use-undo";

/** The brand's topics: their order by buttons that keep the focus, their names, and what takes them away. */
export function TopicList(props: {
  brandSlug: string;
  topics: readonly TopicView[];
  languages: readonly Locale[];
}) {
  const { brandSlug, languages } = props;
  const t = useTranslations("settings.topics");
  const locale = useLocale() as Locale;
  const errorText = useErrorText();
  const requests = settingsRequests(brandSlug);
  const list = useRef<HTMLUListElement>(null);
  const [topics, setTopics] = useState(props.topics);
  const [news, setNews] = useState("");
  const [renamed, setRenamed] = useState<TopicView | null>(null);
  const [removed, setRemoved] = useState<TopicView | null>(null);
  const reread = async () => setTopics((await requests.topics()).topics);
  const said = useSaid(brandSlug, reread);
  const nameOf = (topic: TopicView) => topic.names[locale];

  async function move(at: number, by: -1 | 1) {
    const topic = topics[at];
    const other = topics[at + by];
    if (!topic || !other) return;
    const before = topics;
    const after = topics.map((each) => (each === topic ? other : each === other ? topic : each));
    setTopics(after);
    setNews(t("moved", { name: nameOf(topic), position: at + by + 1, count: topics.length }));
    // The button travels with its topic, and at the ends the other one takes over.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-topic="${topic.id}"] button`);
      const [up, down] = buttons ?? [];
      const wanted = by < 0 ? up : down;
      (wanted?.disabled ? (by < 0 ? down : up) : wanted)?.focus();
    });
    try {
      const ids = (of: readonly TopicView[]) => of.map(({ id }) => id);
      const { auditId } = await requests.orderTopics(ids(before), ids(after));
      said(t("ordered"), auditId);
    } catch (error) {
      showError(errorText(error));
      await reread().catch(() => setTopics(before));
    }
  }

  return (
    <>
      {topics.length === 0 ? (
        <Empty icon={MessagesSquare} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul ref={list} className="set__list-plain">
          {topics.map((topic, at) => {
            const name = nameOf(topic);
            return (
              <li key={topic.id} className="set__item" data-topic={topic.id}>
                <span className="flex">
                  <IconButton
                    icon={ArrowUp}
                    size="sm"
                    label={t("up", { name })}
                    disabled={at === 0}
                    onClick={() => void move(at, -1)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    size="sm"
                    label={t("down", { name })}
                    disabled={at === topics.length - 1}
                    onClick={() => void move(at, 1)}
                  />
                </span>
                <span className="set__grow">
                  <b>{languages.map((language) => topic.names[language]).join(" · ")}</b>
                  <span className="meta">
                    {topic.slug} · {t("members", { count: topic.members })}
                  </span>
                </span>
                <span className="flex">
                  <IconButton
                    icon={Pencil}
                    size="sm"
                    label={t("renameOf", { name })}
                    onClick={() => setRenamed(topic)}
                  />
                  <IconButton
                    icon={Trash2}
                    size="sm"
                    label={t("removeOf", { name })}
                    onClick={() => setRemoved(topic)}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="sr" role="status">
        {news}
      </p>
      <AddTopic
        brandSlug={brandSlug}
        languages={languages}
        onAdded={(topic) => setTopics([...topics, topic])}
      />
      {renamed && (
        <RenameTopic
          brandSlug={brandSlug}
          topic={renamed}
          name={nameOf(renamed)}
          languages={languages}
          reread={reread}
          onClose={() => setRenamed(null)}
        />
      )}
      {removed && (
        <RemoveTopic
          name={nameOf(removed)}
          onClose={() => setRemoved(null)}
          run={async () => {
            const { auditId } = await requests.removeTopic(removed.id);
            await reread();
            said(t("removed", { name: nameOf(removed) }), auditId);
          }}
        />
      )}
    </>
  );
}

function RemoveTopic(props: { name: string; run: () => Promise<void>; onClose: () => void }) {
  const { name } = props;
  const t = useTranslations("settings.topics");
  const cancel = useTranslations("ui")("cancel");
  const all = useTranslations("settings");
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await props.run();
      props.onClose();
    } catch (error) {
      showError(errorText(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("removeTitle", { name })}
      description={t("removeText")}
      actions={
        <>
          <Button look="quiet" onClick={props.onClose}>
            {cancel}
          </Button>
          <Button look="danger" busy={isBusy} busyLabel={t("removing")} onClick={() => void remove()}>
            {all("remove")}
          </Button>
        </>
      }
    />
  );
}
