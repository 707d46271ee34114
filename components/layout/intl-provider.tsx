"use client";

import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider as Provider, useLocale, useMessages } from "use-intl";
import { rememberPreference } from "@/lib/client/preference";
import type { Language, Messages } from "@/lib/messages/messages";

/**
 * Language, words and time zone of a page. The server draws in the zone it knows (`timeZone`); the browser then
 * takes its own and tells the server for the next page.
 */
export function IntlProvider(props: {
  locale: Language;
  timeZone: string;
  messages: Partial<Messages>;
  children: ReactNode;
}) {
  const [timeZone, setTimeZone] = useState(props.timeZone);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own === props.timeZone) return;
    setTimeZone(own);
    rememberPreference("tz", own);
  }, [props.timeZone]);
  return (
    <Provider locale={props.locale} timeZone={timeZone} messages={props.messages}>
      {props.children}
    </Provider>
  );
}

/** Adds the words of a feature to those of the pages around it. */
export function IntlMessages(props: { messages: Partial<Messages>; children: ReactNode }) {
  const outer = useMessages();
  const locale = useLocale();
  return (
    <Provider locale={locale} messages={{ ...outer, ...props.messages }}>
      {props.children}
    </Provider>
  );
}
