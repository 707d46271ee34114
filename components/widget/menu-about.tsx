import { webAddress } from "./links";
import { useMenuWords } from "./menu-words";
import { usePanel } from "./panel-context";

/** Who answers, who may read along, what the brand says of privacy, and what this browser keeps. */
export function AboutPage() {
  const t = useMenuWords();
  const { site } = usePanel().state;
  const brand = site?.name ?? "";
  const policy = webAddress(site?.privacyUrl);
  return (
    <>
      <p>{t("about.owners", { brand })}</p>
      <p>{t("about.readers", { brand })}</p>
      <p>{t("about.kept")}</p>
      {site?.privacyLine && <p>{site.privacyLine}</p>}
      {policy && (
        <p>
          <a href={policy} target="_blank" rel="noopener noreferrer nofollow">
            {t("about.privacy", { brand })}
            <span className="sr"> ({t("about.opens")})</span>
          </a>
        </p>
      )}
    </>
  );
}
