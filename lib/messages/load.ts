import type { Feature, Language, Messages } from "./messages";

async function load<F extends Feature>(locale: Language, feature: F): Promise<Messages[F]> {
  const file: { default: Messages[F] } = await import(`./${locale}/${feature}.json`);
  return file.default;
}

/**
 * The texts of the named features in one language, as `useTranslations("<feature>")` expects them.
 * Ask only for what the screen shows: what is passed to the intl provider travels to the browser.
 */
export async function messagesFor<F extends Feature>(
  locale: Language,
  features: readonly F[],
): Promise<Pick<Messages, F>> {
  const entries = await Promise.all(
    features.map(async (feature) => [feature, await load(locale, feature)] as const),
  );
  return Object.fromEntries(entries) as Pick<Messages, F>;
}
