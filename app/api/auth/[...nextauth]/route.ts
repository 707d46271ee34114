import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { requestLocale, requestUser } from "@/app/request";
import { clientIpHeader } from "@/lib/api/limit";
import { plainAddress } from "@/lib/domain/account/address";
import { isAppError } from "@/lib/domain/error";
import { authOptions } from "@/lib/server/account/auth-options";
import { spend } from "@/lib/server/account/rate-limit";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The address that a request for a link names, in either form that next-auth reads; null for anything else. */
async function askedAddress(request: NextRequest): Promise<string | null> {
  const copy = request.clone();
  try {
    const isJson = request.headers.get("content-type")?.includes("application/json");
    const fields: unknown = isJson ? await copy.json() : Object.fromEntries(await copy.formData());
    return typeof fields === "object" && fields !== null && "email" in fields
      ? plainAddress(fields.email)
      : null;
  } catch {
    return null;
  }
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [action, provider] = (await context.params).nextauth;
  if (request.method === "POST" && action === "signin" && provider === "email") {
    const ip = request.headers.get(clientIpHeader) ?? "unknown";
    try {
      await spend({ kind: "sign-in", person: await askedAddress(request), ip });
    } catch (error) {
      if (!isAppError(error) || error.code !== "RATE_LIMITED") throw error;
      const retryAfter = `${error.params.retryAfterSeconds ?? 60}`;
      return Response.json({ code: error.code }, { status: 429, headers: { "retry-after": retryAfter } });
    }
  }
  const [locale, userId] = await Promise.all([requestLocale(), requestUser()]);
  return NextAuth(request, context, authOptions({ locale, userId }));
}

export { answer as GET, answer as POST };
