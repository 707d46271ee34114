"use client";

import { Megaphone } from "lucide-react";
import { useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { RoomMessage } from "@/lib/domain/room/view";
import { useAuthor } from "./use-room-words";

/** An announcement on a desk, until it was read. */
export function ToldBanner(props: { announcement: RoomMessage; onDone: () => void }) {
  const { announcement } = props;
  const t = useTranslations("room");
  const authorOf = useAuthor();
  return (
    <div role="status" className="banner flex-wrap">
      <Icon icon={Megaphone} size={16} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <MessageText text={announcement.body} />
        <p className="meta">{authorOf(announcement.author)}</p>
      </div>
      <Button size="sm" onClick={props.onDone}>
        {t("told.done")}
      </Button>
    </div>
  );
}
