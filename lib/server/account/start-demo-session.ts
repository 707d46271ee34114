import { randomBytes } from "node:crypto";
import { type DemoPersona, demoAddress } from "@/lib/domain/demo/demo";
import { AppError } from "@/lib/domain/error";
import { isLoopback } from "@/lib/domain/network/address";
import { can } from "@/lib/domain/permission/permission";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { demoBrandSlug } from "@/lib/server/site/find-demo-site";

const sessionSeconds = 7 * 24 * 3600;

/**
 * Signs in as one of the demonstration's people, by a session like any other. NOT_FOUND unless this installation is a
 * demonstration, the request came from this machine (`ip`, as our own server saw it) and the person exists.
 * `location` is his screen: the board for who may see it, the desk for everybody else.
 */
export async function startDemoSession({
  persona,
  ip,
  now,
}: {
  persona: DemoPersona;
  ip: string;
  now: Date;
}): Promise<{ sessionToken: string; expires: Date; location: string }> {
  if (!env().ENTRAIDE_DEMO || !isLoopback(ip)) throw new AppError("NOT_FOUND");
  const member = await db().member.findFirst({
    where: { brand: { slug: demoBrandSlug }, user: { email: demoAddress(persona) } },
    select: { userId: true, role: true },
  });
  if (!member) throw new AppError("NOT_FOUND");
  const { sessionToken, expires } = await db().session.create({
    data: {
      sessionToken: randomBytes(32).toString("base64url"),
      userId: member.userId,
      expires: later(now, sessionSeconds),
    },
  });
  const screen = can(member.role, "board") ? "live" : "desk";
  return { sessionToken, expires, location: `/${demoBrandSlug}/${screen}` };
}
