import { createTranslator } from "use-intl/core";
import { SIGN_IN_LINK_HOURS } from "@/lib/domain/account/sign-in";
import { invitationDays } from "@/lib/domain/invitation/schema";
import type { Locale } from "@/lib/domain/locale";
import { candidateLinkDays } from "@/lib/domain/recruiting/application-schema";
import { messagesFor } from "@/lib/messages/load";
import type { Messages } from "@/lib/messages/messages";
import { letterParts, numbersParts } from "./letter-parts";
import type { Mail, MailParts } from "./mail";

const dateLocales = { en: "en-GB", fr: "fr-FR" } as const;

/** "Wednesday 11 March at 10:00", in the brand's time zone. */
function momentOf(at: string, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(dateLocales[locale], {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(at));
}

/** The words of a mail, in the language of its reader. */
export async function mailParts(mail: Mail): Promise<MailParts> {
  const { locale } = mail;
  const messages = (await messagesFor(locale, ["mail"])) as Messages;
  const t = createTranslator<Messages, "mail">({ locale, messages, namespace: "mail", timeZone: "UTC" });
  switch (mail.template) {
    case "sign-in": {
      const { url, host } = mail.data;
      return {
        subject: t("signIn.subject", { host }),
        lead: t("signIn.lead", { hours: SIGN_IN_LINK_HOURS }),
        quote: null,
        after: null,
        action: { label: t("signIn.action"), url },
        footer: t("signIn.footer"),
      };
    }
    case "left-question": {
      const { brand, question, url, answerBy, timeZone } = mail.data;
      const by = momentOf(answerBy, timeZone, locale);
      return {
        subject: t("leftQuestion.subject", { brand }),
        lead: t("leftQuestion.lead", { answerBy: by }),
        quote: { introduction: t("leftQuestion.quote"), text: question },
        after: t("leftQuestion.after"),
        action: { label: t("leftQuestion.action"), url },
        footer: t("leftQuestion.footer", { brand }),
      };
    }
    case "left-reminder": {
      const { brand, question, url, answerBy, timeZone } = mail.data;
      return {
        subject: t("leftReminder.subject", { brand }),
        lead: t("leftReminder.lead", { answerBy: momentOf(answerBy, timeZone, locale) }),
        quote: { introduction: t("leftQuestion.quote"), text: question },
        after: t("leftReminder.after"),
        action: { label: t("leftQuestion.action"), url },
        footer: t("leftReminder.footer", { brand }),
      };
    }
    case "left-reply": {
      const { brand, url, answerBy, timeZone } = mail.data;
      return {
        subject: t("leftReply.subject", { brand }),
        lead: t("leftReply.lead", { brand, answerBy: momentOf(answerBy, timeZone, locale) }),
        quote: null,
        after: t("leftReply.after"),
        action: { label: t("leftQuestion.action"), url },
        footer: t("leftReply.footer", { brand }),
      };
    }
    case "thanks": {
      const { brand, url } = mail.data;
      return {
        subject: t("thanks.subject", { brand }),
        lead: t("thanks.lead", { brand }),
        quote: null,
        after: null,
        action: { label: t("thanks.action"), url },
        footer: t("thanks.footer", { brand }),
      };
    }
    case "thanks-return": {
      const { brand, helper, url } = mail.data;
      return {
        subject: t("thanksReturn.subject", { helper }),
        lead: t("thanksReturn.lead", { brand, helper }),
        quote: null,
        after: t("thanksReturn.after", { helper }),
        action: { label: t("thanksReturn.action"), url },
        footer: t("thanksReturn.footer", { brand, helper }),
      };
    }
    case "letter":
      return letterParts(mail.data, locale, t);
    case "numbers":
      return numbersParts(mail.data, locale, t);
    case "invitation": {
      const { brand, inviter, role, email, url } = mail.data;
      return {
        subject: t("invitation.subject", { brand }),
        lead: t("invitation.lead", { inviter, brand, role }),
        quote: null,
        after: t("invitation.after", { days: invitationDays }),
        action: { label: t("invitation.action"), url },
        footer: t("invitation.footer", { email, brand }),
      };
    }
    case "application-confirm": {
      const { brand, email, url } = mail.data;
      return {
        subject: t("applicationConfirm.subject", { brand }),
        lead: t("applicationConfirm.lead", { brand }),
        quote: null,
        after: t("applicationConfirm.after", { days: candidateLinkDays }),
        action: { label: t("applicationConfirm.action"), url },
        footer: t("applicationConfirm.footer", { email, brand }),
      };
    }
    case "application-known": {
      const { brand, url } = mail.data;
      return {
        subject: t("applicationKnown.subject", { brand }),
        lead: t("applicationKnown.lead", { brand }),
        quote: null,
        after: null,
        action: { label: t("applicationKnown.action"), url },
        footer: t("applicationKnown.footer", { brand }),
      };
    }
    case "application-accepted": {
      const { brand, name, status, url } = mail.data;
      return {
        subject: t("applicationAccepted.subject", { brand }),
        lead: t("applicationAccepted.lead", { brand, name, status }),
        quote: null,
        after: t("applicationAccepted.after", { days: candidateLinkDays }),
        action: { label: t("applicationAccepted.action"), url },
        footer: t("applicationAccepted.footer", { brand }),
      };
    }
    case "application-declined": {
      const { brand, name, message } = mail.data;
      return {
        subject: t("applicationDeclined.subject", { brand }),
        lead: t("applicationDeclined.lead", { brand, name }),
        quote: message ? { introduction: t("applicationDeclined.quote"), text: message } : null,
        after: t("applicationDeclined.after"),
        action: null,
        footer: t("applicationDeclined.footer", { brand }),
      };
    }
    case "candidate-invitation": {
      const { brand, inviter, email, message, url } = mail.data;
      return {
        subject: t("candidateInvitation.subject", { brand }),
        lead: t("candidateInvitation.lead", { inviter, brand }),
        quote: message ? { introduction: t("candidateInvitation.quote", { inviter }), text: message } : null,
        after: t("candidateInvitation.after", { days: candidateLinkDays }),
        action: { label: t("candidateInvitation.action"), url },
        footer: t("candidateInvitation.footer", { email, brand }),
      };
    }
    case "conversation": {
      const { brand, startedAt, timeZone, messages: said } = mail.data;
      const time = new Intl.DateTimeFormat(dateLocales[locale], {
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      });
      return {
        subject: t("conversation.subject", { brand }),
        lead: t("conversation.lead", { brand, startedAt: momentOf(startedAt, timeZone, locale) }),
        quote: null,
        lines: said.map(({ helper, at, text, file }) => {
          const who = helper
            ? t(`conversation.${helper.kind}`, { name: helper.name })
            : t("conversation.you");
          const named = file === null ? [] : [t("conversation.file", { name: file })];
          return {
            head: `${who}, ${time.format(new Date(at))}`,
            text: [...(text === "" ? [] : [text]), ...named].join("\n"),
          };
        }),
        after: said.some(({ file }) => file !== null) ? t("conversation.files", { brand }) : null,
        action: null,
        footer: t("conversation.footer", { brand }),
      };
    }
    case "left-received": {
      const { brand, question, url, answerBy, timeZone } = mail.data;
      return {
        subject: t("leftReceived.subject"),
        lead: t("leftReceived.lead", { brand, answerBy: momentOf(answerBy, timeZone, locale) }),
        quote: { introduction: t("leftReceived.quote"), text: question },
        after: t("leftReceived.after"),
        action: { label: t("leftReceived.action"), url },
        footer: t("leftReceived.footer", { brand }),
        stop: { label: t("leftAnswer.stop"), url: `${url}?mails=stop` },
      };
    }
    case "left-answer": {
      const { brand, question, helper, url } = mail.data;
      return {
        subject: t("leftAnswer.subject", { brand }),
        lead: t("leftAnswer.lead", { helper }),
        quote: { introduction: t("leftAnswer.quote"), text: question },
        after: t("leftAnswer.after"),
        action: { label: t("leftAnswer.action"), url },
        footer: t("leftAnswer.footer", { brand }),
        stop: { label: t("leftAnswer.stop"), url: `${url}?mails=stop` },
      };
    }
  }
}
