"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";

const SAID_MS = 3_000;

/** Copies a text and says so for a moment. */
export function CopyButton(props: { text: string; label?: string }) {
  const t = useTranslations("settings.site");
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(true);
    } catch {
      // Without TLS, or where the browser asks and the person says no.
      showError(t("copyFailed"));
    }
  };
  return (
    <Button size="sm" icon={isCopied ? Check : Copy} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? t("copied") : (props.label ?? t("copy"))}</span>
    </Button>
  );
}
