"use client";

import "@/components/chat/chat.css";
import { useRouter } from "next/navigation";
import { Thread, type ThreadProps } from "@/components/chat/thread";

type Shown = "messages" | "selfId" | "selfKind" | "visitorName" | "language" | "visitorReadSeq";

/** A conversation that is over, to be read. */
export function Transcript(props: Pick<ThreadProps, Shown>) {
  const router = useRouter();
  return (
    <div className="border-t border-line pt-6">
      {/* Addresses of pictures lapse; the server signs new ones. */}
      <Thread {...props} onLapsed={() => router.refresh()} />
    </div>
  );
}
