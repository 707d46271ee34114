import { createHash } from "node:crypto";
import { ImageResponse } from "next/og";
import type { ComponentProps } from "react";
import { SharePicture, shareSize } from "@/components/community/share-picture";
import { clientIpHeader } from "@/lib/api/limit";
import { isAppError } from "@/lib/domain/error";
import { spend } from "@/lib/server/account/rate-limit";

type Picture = ComponentProps<typeof SharePicture>;

/** Raised when the same facts are drawn otherwise. */
const drawing = 1;

/**
 * Somebody may close his page, and a badge may be withdrawn: their picture is no older than an hour. Its words follow the
 * reader's language.
 */
const caching = { "Cache-Control": "public, max-age=3600", Vary: "Accept-Language, Cookie" };

/**
 * Answers with the picture of a link. Drawing takes a processor for a while, so an address has so many an hour; past them
 * it is 429 with Retry-After. Who has the picture already (`If-None-Match`) draws none and spends none.
 */
export async function sharedPicture(picture: Picture, asked: Pick<Headers, "get">): Promise<Response> {
  const digest = createHash("sha256")
    .update(JSON.stringify([drawing, picture]))
    .digest("hex")
    .slice(0, 32);
  const headers = { ...caching, ETag: `"${digest}"` };
  // A proxy that compresses makes the tag a weak one.
  const known = (asked.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(headers.ETag)) return new Response(null, { status: 304, headers });
  try {
    await spend({ kind: "picture", person: null, ip: asked.get(clientIpHeader) ?? "unknown" });
  } catch (error) {
    if (!isAppError(error) || error.code !== "RATE_LIMITED") throw error;
    const { retryAfterSeconds } = error.params;
    return new Response(null, {
      status: 429,
      headers: { "Retry-After": `${retryAfterSeconds}`, "Cache-Control": "no-store" },
    });
  }
  return new ImageResponse(<SharePicture {...picture} />, { ...shareSize, headers });
}
