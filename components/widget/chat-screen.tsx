import { Leaf } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { TypingDots } from "@/components/ui/bubble";
import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import { Icon } from "@/components/ui/icon";
import { attachmentKinds } from "@/lib/domain/chat/attachment";
import type { ChatView } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { HelperCard } from "@/lib/domain/member/view";
import { bareOwnerWord } from "@/lib/domain/site/owner-word";
import { ConnectionLine, ForgetfulLine } from "./connection-line";
import { EndQuestion } from "./end-question";
import { HandoverCard } from "./handover-card";
import { HelperBadge } from "./helper-badge";
import { whyWords } from "./helper-words";
import { maxMessageLength } from "./limits";
import { MessageLog } from "./message-log";
import { usePanel } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { SearchStrip } from "./search-strip";
import { type Translate, useWords } from "./texts";
import { UploadTray } from "./upload-tray";
import { useLogScroll } from "./use-log-scroll";
import { useUploads } from "./use-uploads";

/** The conversation with a helper, or with the next one while nobody carries it. */
export function ChatScreen({ chat }: { chat: ChatView }) {
  const t = useWords();
  const { state, actions, unsent } = usePanel();
  const [isEnding, setIsEnding] = useState(false);
  const { uploads, add, again, remove, take } = useUploads(chat.id);
  const box = useRef<HTMLTextAreaElement>(null);
  const { helper } = chat;
  const scroll = useLogScroll();
  const isReady = uploads.length > 0 && uploads.every(({ attachment }) => attachment !== null);

  // What had the focus may have gone with the card; the talk goes on here.
  const hasCard = chat.handover !== null;
  useEffect(() => {
    if (!hasCard && document.hasFocus() && document.activeElement === document.body) box.current?.focus();
  }, [hasCard]);

  const send = (text: string) => {
    const files = take();
    // The words travel with the first file; further files are messages of their own.
    actions.write(text, files[0] ?? null);
    for (const file of files.slice(1)) actions.write("", file);
    scroll.toEnd();
    return true;
  };

  return (
    <>
      <ChatHeader helper={helper} isEnding={isEnding} onEnd={() => setIsEnding(true)} />
      <ConnectionLine writing />
      {isEnding && (
        <EndQuestion
          onNot={() => {
            setIsEnding(false);
            box.current?.focus();
          }}
        />
      )}
      {helper ? <WhyLine helper={helper} /> : state.question && <SearchStrip question={state.question} />}
      <main className="pn__chat">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <div className="scroll" ref={scroll.box} onScroll={scroll.onScroll} tabIndex={0}>
          <MessageLog>
            {state.isTyping && helper && (
              <TypingDots
                from={helper.kind}
                label={t("chat.isTyping", { name: spokenName(state.typing ?? helper.name) })}
              />
            )}
          </MessageLog>
        </div>
        {scroll.hasNews && (
          <Button size="sm" className="scroll__news" onClick={scroll.toEnd}>
            {t("chat.newBelow")}
          </Button>
        )}
        {chat.handover && helper && (
          <HandoverCard key={chat.handover.until} handover={chat.handover} name={spokenName(helper.name)} />
        )}
        <div className="pf">
          <UploadTray uploads={uploads} onAgain={again} onRemove={remove} />
          <Composer
            key={chat.id}
            boxRef={box}
            label={helper ? t("chat.message", { name: spokenName(helper.name) }) : t("chat.messageNobody")}
            placeholder={helper ? t("chat.write", { name: spokenName(helper.name) }) : t("chat.writeNobody")}
            sendLabel={t("chat.send")}
            limit={maxMessageLength}
            leftLabel={(left) => (left < 0 ? t("chat.over", { over: -left }) : t("chat.left", { left }))}
            attachLabel={t("chat.attach")}
            accept={attachmentKinds.join(",")}
            canSendEmpty={isReady}
            onFiles={add}
            initialText={unsent.chatId === chat.id ? unsent.text : ""}
            onText={(text) => {
              Object.assign(unsent, { chatId: chat.id, text });
              if (text !== "") actions.type();
            }}
            onSend={send}
          />
          <p className="fine">{t("chat.fine")}</p>
          <ForgetfulLine />
        </div>
      </main>
    </>
  );
}

function ChatHeader(props: { helper: HelperCard | null; isEnding: boolean; onEnd: () => void }) {
  const t = useWords();
  const { state } = usePanel();
  const { helper } = props;
  const end = !props.isEnding && (
    <Button look="quiet" size="sm" onClick={props.onEnd}>
      {t("chat.end")}
    </Button>
  );
  if (!helper) return <PanelHeader title={t("chat.titleSearching")} actions={end} />;
  const brand = state.site?.name ?? "";
  const badgeName = helper.badge?.names[t.locale];
  return (
    <PanelHeader
      before={
        <Avatar
          kind={helper.kind}
          initials={helper.initials}
          tint={helper.tint}
          picture={helper.pictureUrl}
          presence={helper.kind === "owner" ? "busy" : undefined}
        />
      }
      title={
        <>
          {helper.name}
          {helper.badge && <HelperBadge badge={helper.badge} />}
        </>
      }
      meta={
        helper.kind === "staff"
          ? t("chat.staffOf", { brand })
          : (badgeName ?? ownerLabel(state.site?.ownerWord, t))
      }
      actions={end}
    />
  );
}

/** The brand's word for an owner as a label: "Rider". */
function ownerLabel(word: string | null | undefined, t: Translate): string {
  const label = word ? bareOwnerWord(word) : t("chat.owner");
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function WhyLine({ helper }: { helper: HelperCard }) {
  const t = useWords();
  const words = whyWords(helper, t);
  if (words === "" || helper.kind === "staff") return null;
  return (
    <p className="why">
      <Icon icon={Leaf} size={16} /> {words}
    </p>
  );
}
