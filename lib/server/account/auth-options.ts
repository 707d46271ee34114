import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import EmailProvider from "next-auth/providers/email";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { plainAddress } from "@/lib/domain/account/address";
import { SIGN_IN_LINK_HOURS } from "@/lib/domain/account/sign-in";
import { AppError } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { confirmAddress } from "./confirm-address";

/** The one address a sign-in may be asked for. Throws when the text is anything but one plain address. */
export function normalizeIdentifier(text: string): string {
  const address = plainAddress(text);
  if (address === null) throw new AppError("INVALID_INPUT");
  return address;
}

// People come by invitation: nobody becomes a user by signing in.
function adapter(): Adapter {
  const prisma = db() as unknown as Parameters<typeof PrismaAdapter>[0];
  return {
    ...PrismaAdapter(prisma),
    createUser: () => Promise.reject(new AppError("FORBIDDEN")),
  };
}

function services() {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env();
  return [
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
      : []),
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? [GithubProvider({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET })]
      : []),
  ];
}

/** The other services one may sign in with here, as next-auth names them. */
export function listSignInServices(): { id: string; name: string }[] {
  return services().map(({ id, name }) => ({ id, name }));
}

/**
 * next-auth's options for one request: sessions in the database, so that ending one ends it at once; mails only to
 * people we know, with the same answer to everybody else; a service only once its owner, signed in, connected it.
 * `userId` is who is signed in already, or null.
 */
export function authOptions(request: { locale: Locale; userId: string | null }): NextAuthOptions {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  return {
    secret: NEXTAUTH_SECRET,
    useSecureCookies: NEXTAUTH_URL.startsWith("https:"),
    adapter: adapter(),
    session: { strategy: "database" },
    pages: {
      signIn: "/sign-in",
      verifyRequest: "/sign-in/sent",
      error: "/sign-in/error",
      signOut: "/sign-out",
    },
    providers: [
      EmailProvider({
        maxAge: SIGN_IN_LINK_HOURS * 3600,
        normalizeIdentifier,
        async sendVerificationRequest({ identifier, url }) {
          const known = await db().user.findUnique({ where: { email: identifier }, select: { id: true } });
          // Whoever asks learns nothing: the answer is the same, only the mail is missing.
          if (!known) return;
          const data = { url: confirmAddress(url), host: new URL(url).host };
          await enqueueMail({ to: identifier, template: "sign-in", locale: request.locale, data });
        },
      }),
      ...services(),
    ],
    callbacks: {
      async signIn({ user, account, email }) {
        if (account?.type === "email") {
          if (email?.verificationRequest) return true;
          return (await db().user.count({ where: { email: user.email ?? "" } })) === 1;
        }
        if (account?.type !== "oauth") return false;
        // A service is believed when it is connected, or being connected by the person who is signed in; never
        // because it reports an address that we know.
        const { provider, providerAccountId } = account;
        const connected = await db().account.count({ where: { provider, providerAccountId } });
        if (connected === 1 || request.userId !== null) return true;
        const known = await db().user.count({ where: { email: plainAddress(user.email) ?? "" } });
        return known === 1 ? "/sign-in?error=OAuthAccountNotLinked" : false;
      },
    },
    events: {
      // Later mails are written in the language in which he signed in.
      async signIn({ user }) {
        await db().user.updateMany({ where: { id: user.id }, data: { locale: request.locale } });
      },
    },
    logger: {
      // The metadata may hold addresses and tokens; the code says what happened.
      error: (code) => log.error({ code }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in warning"),
      debug: () => undefined,
    },
  };
}
