import type { Browser, Page } from "@playwright/test";
import type { DemoServer } from "@/e2e/support/server";
import { type Stop, setStage } from "@/e2e/support/stage";
import { LIVE_STOPS } from "@/e2e/support/tour-live";
import { fill, type Language } from "@/e2e/support/words";

const STOPS: Stop[] = [
  { name: "landing", french: true, go: ({ open }) => open("/") },
  { name: "sign-in", french: true, go: ({ open }) => open("/sign-in") },
  { name: "sign-in-sent", go: ({ open }) => open("/sign-in/sent") },
  { name: "sign-in-confirm", go: ({ open }) => open("/sign-in/confirm?email=nadia%40example.org&token=x") },
  { name: "sign-in-error", go: ({ open }) => open("/sign-in/error?error=Verification") },
  { name: "not-found", go: ({ open }) => open("/nowhere") },
  { name: "shop-sign-in", french: true, go: ({ open }) => open("/demo/account") },
  {
    name: "shop-account",
    french: true,
    go: async ({ open, words: { demo } }) => {
      const shop = await open("/demo/account");
      await shop.getByRole("button", { name: fill(demo.account.continueAs, { name: "Marie" }) }).click();
      await shop.getByRole("button", { name: demo.account.leave }).waitFor();
      return shop;
    },
  },
  ...LIVE_STOPS,
  { name: "outbox", go: ({ open }) => open("/outbox") },
];

/**
 * Walks through the stops in order and hands out each page once its screen stands. A stop that fails is reported and
 * the tour goes on. `wanted` keeps the pictures to names that contain one of its words; the walk is the same.
 */
export async function* takeTour({
  browser,
  server,
  language,
  wanted,
}: {
  browser: Browser;
  server: DemoServer;
  language: Language;
  wanted: string[];
}): AsyncGenerator<
  { name: string; page: Page; problem?: never } | { name: string; page?: never; problem: string }
> {
  const stage = setStage(browser, server, language);
  for (const { name, french, go } of STOPS) {
    try {
      const page = await go(stage);
      const inLanguage = language === "en" || french;
      if (inLanguage && (wanted.length === 0 || wanted.some((word) => name.includes(word))))
        yield { name, page };
    } catch (error) {
      yield { name, problem: error instanceof Error ? error.message.slice(0, 400) : String(error) };
    }
  }
  await stage.close();
}
