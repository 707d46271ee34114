import { expect, it, vi } from "vitest";
import { setupLines } from "./setup-link";

vi.mock("@/lib/server/env", () => ({ env: () => ({ ENTRAIDE_DEMO: false, LOG_LEVEL: "silent" }) }));
vi.mock("@/lib/server/setup/make-setup-link", () => ({
  SETUP_LINK_HOURS: 24,
  makeSetupLink: () => Promise.reject(new Error("the database is slow")),
}));
vi.mock("@/lib/server/log", () => ({ log: { error: vi.fn() } }));

it("says that there is no link, where none could be made, and lets the server go on", async () => {
  expect(await setupLines()).toEqual(["", expect.stringContaining("the next start")]);
});
