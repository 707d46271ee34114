import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { type Locale, localeOf } from "@/lib/domain/locale";
import { findDemoSite } from "@/lib/server/site/find-demo-site";
import { at, isLanguage, LANGUAGE_COOKIE } from "./address";
import { type Translate, translate } from "./text";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The language of this request, from the shopper's cookie or the browser's header. */
export async function readLanguage(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LANGUAGE_COOKIE)?.value;
  return isLanguage(chosen) ? chosen : localeOf(head.get("accept-language"));
}

/** The translator of this request, for titles. */
export async function readText(): Promise<Translate> {
  return translate(await readLanguage());
}

/**
 * What every page of the shop does first. Answers 404 where no demonstration runs; sends `?lang=` through the
 * address that stores the choice, because a page cannot write cookies and the layout that writes
 * `<html lang>` cannot see parameters; otherwise gives the language and its translator.
 */
export async function openPage(path: string, query: Query): Promise<{ language: Locale; t: Translate }> {
  await connection();
  if (!(await findDemoSite())) notFound();
  const { lang, ...others } = await query;
  if (isLanguage(lang)) redirect(at.language(lang, withQuery(path, others)));
  const language = await readLanguage();
  return { language, t: translate(language) };
}

function withQuery(path: string, query: Awaited<Query>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) kept.append(name, one);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
