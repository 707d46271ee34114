import { useCallback, useEffect, useRef, useState } from "react";
import { errorCode } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import type { MessageView } from "@/lib/domain/chat/view";
import { claimRenewSeconds } from "@/lib/domain/question/left-turn";
import { sendRelease } from "./desk-requests";
import { useDeskHandle } from "./use-desk";

/**
 * Holds a left question for its writer while he has it open: claimed when it opens, renewed while he types, given back when
 * he leaves it or the page. `problem` says why it is not his, if it is not.
 */
export function useLeftClaim(questionId: string): {
  messages: readonly MessageView[];
  problem: string | null;
  renew: () => void;
  /** It was answered: there is nothing to give back. */
  done: () => void;
} {
  const { actions, brandSlug } = useDeskHandle();
  const errorText = useErrorText();
  const [messages, setMessages] = useState<readonly MessageView[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const isDone = useRef(false);
  const askedAt = useRef(0);
  const words = useRef(errorText);
  words.current = errorText;

  const claim = useCallback(async () => {
    askedAt.current = Date.now();
    try {
      const claimed = await actions.claimLeft(questionId);
      setMessages(claimed.messages);
      setProblem(null);
    } catch (error) {
      // Without a network the claim is asked for again with the next words.
      if (errorCode(error) === "OFFLINE") askedAt.current = 0;
      else setProblem(words.current(error));
    }
  }, [actions, questionId]);

  useEffect(() => {
    void claim();
    const leave = () => sendRelease(brandSlug, questionId);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      if (!isDone.current) actions.releaseLeft(questionId);
    };
  }, [claim, actions, brandSlug, questionId]);

  return {
    messages,
    problem,
    renew: () => {
      if (Date.now() - askedAt.current >= claimRenewSeconds * 1000) void claim();
    },
    done: () => {
      isDone.current = true;
    },
  };
}
