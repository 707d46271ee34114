"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { pictureKinds } from "@/lib/domain/member/picture";
import { useProfile } from "./profile-context";

/** A member's picture: choose, change, take away. */
export function PictureField() {
  const { profile, requests, setProfile } = useProfile();
  const t = useTranslations("profile.picture");
  const errorText = useErrorText();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<"send" | "remove" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { pictureUrl } = profile;

  const run = async (what: "send" | "remove", request: () => Promise<{ pictureUrl: string | null }>) => {
    setBusy(what);
    setProblem(null);
    try {
      setProfile({ ...profile, ...(await request()) });
      showToast(t(what === "send" ? "done" : "gone"));
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(null);
  };

  return (
    <div className="flex flex-wrap items-center gap-5">
      <Avatar
        kind={profile.kind}
        initials={profile.initials}
        tint={profile.tint}
        picture={pictureUrl}
        size={120}
      />
      <div className="grid min-w-0 flex-1 basis-[220px] gap-3">
        <p className="muted">{t(pictureUrl ? "text" : "none")}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            busy={busy === "send"}
            busyLabel={t("sending")}
            onClick={() => busy === null && input.current?.click()}
          >
            {t(pictureUrl ? "change" : "choose")}
          </Button>
          {pictureUrl && (
            <Button
              look="quiet"
              busy={busy === "remove"}
              busyLabel={t("removing")}
              onClick={() => void run("remove", requests.removePicture)}
            >
              {t("remove")}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept={pictureKinds.join(",")}
          hidden
          aria-label={t("choose")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again after a refusal.
            event.target.value = "";
            if (file) void run("send", () => requests.uploadPicture(file));
          }}
        />
        {problem && (
          <p className="help help--error" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
