"use client";

import { useTranslations } from "use-intl";
import { checkColour, readColour } from "@/lib/domain/site/colour";

/** The button as visitors will see it, on a white page whatever the theme of this one. `title` is its first line. */
export function ButtonPreview(props: { colour: string; position: "left" | "right"; title: string }) {
  const t = useTranslations("settings.site");
  const colour = readColour(props.colour);
  // A brand's own colour is data; without one the button is ours.
  const own = colour ? { background: colour, color: checkColour(colour).text } : undefined;
  return (
    <figure className="m-0 grid gap-1">
      <figcaption className="help">{t("preview")}</figcaption>
      <div className="tryon" data-position={props.position}>
        <span className="tryon__button" style={own}>
          <span className="grid">
            <b>{props.title}</b>
            <small>{t("previewDetail")}</small>
          </span>
        </span>
      </div>
    </figure>
  );
}
