import { useEffect, useState } from "react";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { useDeskHandle } from "./use-desk";

const AGAIN_MS = 60_000;
const NONE: readonly CannedReply[] = [];

/** The brand's canned replies, read once when a desk of the staff opens; empty until then, and for experts. */
export function useCannedReplies(isStaff: boolean): readonly CannedReply[] {
  const { actions } = useDeskHandle();
  const [replies, setReplies] = useState(NONE);
  useEffect(() => {
    if (!isStaff) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const read = async () => {
      try {
        const found = await actions.readReplies();
        if (!isOver) setReplies(found);
      } catch {
        // Nobody misses them so much that it would have to be said; they come a little later.
        if (!isOver) timer = setTimeout(() => void read(), AGAIN_MS);
      }
    };
    void read();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [actions, isStaff]);
  return replies;
}
