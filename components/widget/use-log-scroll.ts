import { useLayoutEffect, useRef, useState } from "react";
import { usePanel } from "./panel-context";

/** Nearer to the end than this, the reader is at the end. */
const NEAR_PX = 80;

/** Keeps a conversation at its end while the reader is there, and says when something new lies below him. */
export function useLogScroll() {
  const { state } = usePanel();
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [hasNews, setHasNews] = useState(false);
  const last = state.messages.at(-1)?.seq ?? 0;

  const toEnd = () => {
    isAtEnd.current = true;
    setHasNews(false);
    // After what was just sent has been drawn.
    requestAnimationFrame(() => box.current?.scrollTo({ top: box.current.scrollHeight }));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever grows the log moves its end.
  useLayoutEffect(() => {
    const area = box.current;
    if (area && isAtEnd.current) area.scrollTop = area.scrollHeight;
  }, [state.messages, state.outgoing, state.isTyping, state.isShown, state.chat?.handover]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message is news.
  useLayoutEffect(() => {
    if (!isAtEnd.current) setHasNews(true);
  }, [last]);

  // A question or a file above the box takes its room from the log.
  useLayoutEffect(() => {
    const area = box.current;
    if (!area) return;
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) area.scrollTop = area.scrollHeight;
    });
    watch.observe(area);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    const area = box.current;
    if (!area) return;
    isAtEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX;
    if (isAtEnd.current) setHasNews(false);
  };
  return { box, onScroll, hasNews, toEnd };
}
