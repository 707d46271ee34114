import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";

/** That the brand keeps and reads an application; asked for in its own words, with the brand's where it has some. */
export function Consent(props: {
  brandName: string;
  privacy: { line: string | null; url: string | null };
  checked: boolean;
  error?: string;
  onChecked: (checked: boolean) => void;
}) {
  const t = useTranslations("recruiting.form");
  const id = useId();
  const { line, url } = props.privacy;
  return (
    <div className="field">
      <label className="flex min-h-[44px] cursor-pointer items-start gap-3 py-2" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          className="mt-[3px] size-[20px] flex-none accent-green"
          checked={props.checked}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={`${id}-below`}
          onChange={(event) => props.onChecked(event.target.checked)}
        />
        <span>{t("consent", { brand: props.brandName })}</span>
      </label>
      {props.error ? (
        <p className="help help--error" id={`${id}-below`}>
          <Icon icon={TriangleAlert} size={16} />
          {props.error}
        </p>
      ) : (
        <p className="help" id={`${id}-below`}>
          {line ?? t("consentHelp")}{" "}
          {url && (
            <a className="underline" href={url} rel="noreferrer" target="_blank">
              {t("policy")}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
