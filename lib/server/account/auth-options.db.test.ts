import type { Account } from "next-auth";
import { beforeEach, describe, expect, it } from "vitest";
import { authOptions } from "@/lib/server/account/auth-options";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";

beforeEach(resetDatabase);

const nadia = () => db().user.create({ data: { name: "Nadia B.", email: "nadia@example.org" } });

const google = (providerAccountId = "g-1"): Account => ({
  type: "oauth",
  provider: "google",
  providerAccountId,
});

/** next-auth's question "may this person in?", with what it passes for each way of signing in. */
async function maySignIn(args: {
  userId?: string | null;
  email: string;
  account: Account;
  verificationRequest?: boolean;
}) {
  const { signIn } = authOptions({ locale: "fr", userId: args.userId ?? null }).callbacks ?? {};
  return signIn?.({
    user: { id: "whoever", email: args.email },
    account: args.account,
    ...(args.verificationRequest ? { email: { verificationRequest: true } } : {}),
  });
}

async function sendLink(identifier: string): Promise<void> {
  const [email] = authOptions({ locale: "fr", userId: null }).providers;
  if (email?.type !== "email") throw new Error("the first way to sign in is by e-mail");
  const url = `http://127.0.0.1:3000/api/auth/callback/email?token=abc&email=${encodeURIComponent(identifier)}`;
  // The provider keeps what it was given under `options`; next-auth merges both, and so does this test.
  const options = { ...email, ...email.options };
  await options.sendVerificationRequest({
    identifier,
    url,
    token: "abc",
    expires: new Date("2026-03-10T10:00:00Z"),
    provider: email,
    theme: {},
  });
}

async function mailedPayloads(): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs order by id`;
  return rows.map(({ payload }) => payload);
}

describe("a link by mail", () => {
  it("goes to a person we know, in the language of the request, to a page with a button", async () => {
    await nadia();
    await sendLink("nadia@example.org");
    expect(await mailedPayloads()).toMatchObject([
      {
        to: "nadia@example.org",
        template: "sign-in",
        locale: "fr",
        data: {
          url: "http://127.0.0.1:3000/sign-in/confirm?token=abc&email=nadia%40example.org",
          host: "127.0.0.1:3000",
        },
      },
    ]);
  });

  it("is not sent to a stranger, who is told nothing", async () => {
    await nadia();
    await expect(sendLink("stranger@example.org")).resolves.toBeUndefined();
    expect(await mailedPayloads()).toEqual([]);
    const account: Account = { type: "email", provider: "email", providerAccountId: "stranger@example.org" };
    const asked = { email: "stranger@example.org", account, verificationRequest: true };
    expect(await maySignIn(asked)).toBe(true);
  });

  it("lets in the person it was sent to, and nobody whom we do not know", async () => {
    await nadia();
    const by = (email: string) =>
      maySignIn({ email, account: { type: "email", provider: "email", providerAccountId: email } });
    expect(await by("nadia@example.org")).toBe(true);
    expect(await by("stranger@example.org")).toBe(false);
  });
});

describe("another service", () => {
  it("lets in whoever connected it, whatever address it reports now", async () => {
    const { id } = await nadia();
    await db().account.create({ data: { ...google(), userId: id } });
    expect(await maySignIn({ email: "new@example.net", account: google() })).toBe(true);
  });

  it("is no way in for a stranger", async () => {
    await nadia();
    expect(await maySignIn({ email: "stranger@example.org", account: google() })).toBe(false);
    expect(await maySignIn({ email: "", account: google() })).toBe(false);
  });

  it("may be connected by a person who is signed in", async () => {
    const { id } = await nadia();
    expect(await maySignIn({ userId: id, email: "private@example.net", account: google() })).toBe(true);
  });

  it("is never connected by the address it reports: the person is sent to the mail instead", async () => {
    await nadia();
    const answer = await maySignIn({ email: "Nadia@Example.org", account: google() });
    expect(answer).toBe("/sign-in?error=OAuthAccountNotLinked");
  });
});

describe("the people", () => {
  it("come by invitation: signing in makes no user", async () => {
    const { adapter } = authOptions({ locale: "en", userId: null });
    const made = adapter?.createUser?.({ email: "stranger@example.org", emailVerified: null });
    await expect(made).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().user.count()).toBe(0);
  });

  it("are written to, from then on, in the language in which they signed in", async () => {
    const user = await nadia();
    await authOptions({ locale: "fr", userId: null }).events?.signIn?.({ user, account: null });
    expect(await db().user.findUnique({ where: { id: user.id } })).toMatchObject({ locale: "fr" });
  });

  it("are signed in by rows that can be ended at once, not by tokens", () => {
    expect(authOptions({ locale: "en", userId: null }).session).toEqual({ strategy: "database" });
  });
});
