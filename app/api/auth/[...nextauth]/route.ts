import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { requestLocale, requestUser } from "@/app/request";
import { authOptions } from "@/lib/server/account/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [locale, userId] = await Promise.all([requestLocale(), requestUser()]);
  return NextAuth(request, context, authOptions({ locale, userId }));
}

export { answer as GET, answer as POST };
