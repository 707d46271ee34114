"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { connectRealtime } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import type { RealtimeAddress } from "@/lib/domain/site/view";
import { conversationRequests } from "./requests";

/** The server keeps a watch for a minute after each call. */
const WATCH_MS = 30_000;
/** Events that come together read the page once. */
const TOGETHER_MS = 300;

/** Reads the page again when its conversation goes on; draws nothing. Only for one that is not over. */
export function FollowConversation(props: {
  brandSlug: string;
  brandId: string;
  chatId: string | null;
  realtime: RealtimeAddress;
}) {
  const { brandSlug, brandId, chatId, realtime: address } = props;
  const { refresh } = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the same one, made anew at each reading.
  useEffect(() => {
    const requests = conversationRequests(brandSlug);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(refresh, TOGETHER_MS);
    };
    // What fails here heals at the next call, or by polling.
    const watch = () => void (chatId && requests.watch(chatId).catch(() => undefined));
    watch();
    const timer = setInterval(watch, WATCH_MS);
    let isFirst = true;
    const realtime = connectRealtime({
      address,
      channels: [channels.brand(brandId), ...(chatId ? [channels.watch(chatId)] : [])],
      authorise: requests.authorise,
      onEvent: (_channel, name) => name !== "typing" && readSoon(),
      onSubscribed: () => {
        // The page has just been read.
        if (!isFirst) readSoon();
        isFirst = false;
      },
      onStatus: () => undefined,
      poll: async () => readSoon(),
    });
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      realtime.close();
    };
  }, [brandSlug, brandId, chatId, refresh]);
  return null;
}
