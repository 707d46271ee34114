import { ArrowLeft, ChevronRight, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Switch } from "@/components/ui/switch";
import { AboutPage } from "./menu-about";
import { DownloadPage, ErasePage } from "./menu-data";
import { MailPage } from "./menu-mail";
import { ReportPage } from "./menu-report";
import { type MenuKey, MenuWordsProvider, useMenuWords } from "./menu-words";
import { usePanel } from "./panel-context";
import { playTone } from "./play-tone";
import { type CompiledTexts, createTranslate } from "./texts";
import { keepTone, wantsTone } from "./tone";

export { playTone };

const pages = {
  mail: MailPage,
  report: ReportPage,
  download: DownloadPage,
  erase: ErasePage,
  about: AboutPage,
};
type Page = keyof typeof pages;
const titles = {
  mail: "mail.title",
  report: "report.title",
  download: "data.downloadTitle",
  erase: "data.eraseTitle",
  about: "about.title",
} as const;

/** What the visitor can have done besides asking: a list, and a page for each. Escape goes one step back. */
export function Menu(props: { texts: CompiledTexts; onClose: () => void }) {
  const { session } = usePanel();
  const [t] = useState(() => createTranslate<MenuKey>(session.language, props.texts));
  const [page, setPage] = useState<Page | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const Drawn = page && pages[page];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins at its heading.
  useEffect(() => heading.current?.focus(), [page]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !page) return;
    event.preventDefault();
    event.stopPropagation();
    setPage(null);
  };
  return (
    <MenuWordsProvider value={t}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key that closes is no control. */}
      <div className="pn__menu" onKeyDown={onKeyDown}>
        <header className="pn__head">
          {page && <IconButton icon={ArrowLeft} label={t("menu.back")} onClick={() => setPage(null)} />}
          <h2 className="pn__name strong" ref={heading} tabIndex={-1}>
            {t(page ? titles[page] : "menu.title")}
          </h2>
          <IconButton icon={X} label={t("menu.close")} onClick={props.onClose} />
        </header>
        <div className="pn__main pn__main--gap">
          {Drawn ? <Drawn onBack={() => setPage(null)} /> : <List onPage={setPage} />}
        </div>
      </div>
    </MenuWordsProvider>
  );
}

function List(props: { onPage: (page: Page) => void }) {
  const t = useMenuWords();
  const { state, session } = usePanel();
  const [tone, setTone] = useState(wantsTone);
  const isKnown = session.identity.get() !== null;
  const hasChat = state.chat !== null;
  const entries: Page[] = [
    ...(hasChat ? (["mail", "report"] as const) : []),
    ...(isKnown ? (["download", "erase"] as const) : []),
    "about",
  ];
  return (
    <ul className="menu">
      <li className="menu__tone">
        <span>
          {t("menu.tone")}
          <span className="help">{t("menu.toneHelp")}</span>
        </span>
        <Switch
          label={t("menu.tone")}
          checked={tone}
          onChecked={(isWanted) => {
            keepTone(isWanted);
            setTone(isWanted);
            if (isWanted) playTone();
          }}
        />
      </li>
      {entries.map((page) => (
        <li key={page}>
          <button type="button" className="menu__entry" onClick={() => props.onPage(page)}>
            {t(`menu.${page}`)}
            <Icon icon={ChevronRight} size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
