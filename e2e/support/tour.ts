import type { Browser, Page } from "@playwright/test";
import type { Installation } from "@/e2e/support/installation";
import type { DemoServer } from "@/e2e/support/server";
import { type Stage, type Stop, setStage } from "@/e2e/support/stage";
import { FIRST_STOPS, setFirstStage } from "@/e2e/support/tour-first";
import { KEEPING_STOPS } from "@/e2e/support/tour-keeping";
import { LIVE_STOPS } from "@/e2e/support/tour-live";
import { fill, type Language } from "@/e2e/support/words";

const STOPS: Stop<Stage>[] = [
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
  ...KEEPING_STOPS,
  { name: "outbox", go: ({ open }) => open("/outbox") },
];

type Shown = { name: string; page: Page; problem?: never } | { name: string; page?: never; problem: string };

/**
 * Walks through the demo's stops in order and hands out each page once its screen stands. A stop that fails is reported
 * and the tour goes on. `wanted` keeps the pictures to names that contain one of its words; the walk is the same.
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
}): AsyncGenerator<Shown> {
  const stage = setStage(browser, server, language);
  yield* walk(STOPS, stage, wanted);
  await stage.close();
}

/** Walks through the first run of an installation that nobody has used, as `takeTour` does. */
export async function* takeFirstTour({
  browser,
  language,
  wanted,
  ...place
}: Installation & { browser: Browser; language: Language; wanted: string[] }): AsyncGenerator<Shown> {
  const stage = setFirstStage(browser, place, language);
  yield* walk(FIRST_STOPS, stage, wanted);
  await stage.close();
}

async function* walk<S extends { language: Language }>(
  stops: Stop<S>[],
  stage: S,
  wanted: string[],
): AsyncGenerator<Shown> {
  for (const { name, french, go } of stops) {
    try {
      const page = await go(stage);
      const inLanguage = stage.language === "en" || french;
      if (inLanguage && (wanted.length === 0 || wanted.some((word) => name.includes(word))))
        yield { name, page };
    } catch (error) {
      yield { name, problem: error instanceof Error ? error.message.slice(0, 400) : String(error) };
    }
  }
}
