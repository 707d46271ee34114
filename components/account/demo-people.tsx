"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { startDemo } from "@/lib/client/demo";

const PEOPLE = [
  { persona: "nadia", name: "Nadia", fullName: "Nadia B.", role: "expert", tint: "sage" },
  { persona: "samir", name: "Samir", fullName: "Samir H.", role: "expert", tint: "clay" },
  { persona: "ingrid", name: "Ingrid", fullName: "Ingrid S.", role: "expert", tint: "sky" },
  { persona: "julien", name: "Julien", fullName: "Julien M.", role: "agent", tint: "sand" },
  { persona: "helene", name: "Hélène", fullName: "Hélène R.", role: "manager", tint: "sand" },
] as const;

/** The demo's cast, each with a door to the desk. */
export function DemoPeople() {
  const t = useTranslations("home.demo");
  const [entering, setEntering] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const enter = async (persona: string) => {
    if (entering) return;
    setEntering(persona);
    setFailed(false);
    const location = await startDemo(persona);
    if (location) return window.location.assign(location);
    setEntering(null);
    setFailed(true);
  };
  return (
    <div className="grid gap-4">
      {failed && <Banner tone="red">{t("failed")}</Banner>}
      <ul>
        {PEOPLE.map(({ persona, name, fullName, role, tint }) => (
          <li
            key={persona}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-3 border-t border-line py-4 bar:grid-cols-[auto_minmax(0,1fr)_auto]"
          >
            <Avatar
              kind={role === "expert" ? "owner" : "staff"}
              name={fullName.replace(".", "")}
              tint={tint}
              size={48}
            />
            <div>
              <p>
                <b>{name}</b> <span className="meta">{t(role, { person: persona })}</span>
              </p>
              <p className="muted">{t(persona)}</p>
            </div>
            <Button
              className="col-start-2 justify-self-start bar:col-start-3 bar:min-w-[136px]"
              look={role === "expert" ? "secondary" : "staff"}
              busy={entering === persona}
              busyLabel={t("entering")}
              onClick={() => void enter(persona)}
            >
              {t("enter", { name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
