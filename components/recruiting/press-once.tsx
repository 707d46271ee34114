"use client";

import { type ReactNode, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { apiClient, errorCode, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";

/**
 * The button of a page that a mail leads to. Nothing happens before it is pressed: mail scanners open links, but press
 * nothing. `after` is drawn when it is done, `instead` where the server says that the person has to sign in.
 */
export function PressOnce(props: {
  action:
    | { kind: "confirm"; token: string }
    | { kind: "welcome"; token: string }
    | { kind: "forget"; slug: string; token: string };
  label: string;
  busyLabel: string;
  look?: "primary" | "quiet";
  after?: ReactNode;
  instead?: ReactNode;
}) {
  const { action, label, busyLabel, look = "primary", after, instead } = props;
  const errorText = useErrorText();
  const [state, setState] = useState<"ready" | "busy" | "done" | "signed-out">("ready");
  const [failure, setFailure] = useState<string | null>(null);

  const press = async () => {
    setState("busy");
    setFailure(null);
    const { community } = apiClient().api;
    const json = { token: action.token };
    try {
      if (action.kind === "welcome") {
        const { location } = await reply(community.welcome.$post({ json }));
        window.location.assign(location);
        return;
      }
      await (action.kind === "forget"
        ? reply(community[":slug"].invitations.forget.$post({ param: { slug: action.slug }, json }))
        : reply(community.applications.confirm.$post({ json })));
      setState("done");
    } catch (error) {
      if (errorCode(error) === "SIGNED_OUT") return setState("signed-out");
      setFailure(errorText(error));
      setState("ready");
    }
  };

  if (state === "done") return <div role="status">{after}</div>;
  if (state === "signed-out") return <div role="status">{instead}</div>;
  return (
    <div className="grid gap-4 justify-items-start">
      {failure && <Banner tone="red">{failure}</Banner>}
      <Button
        look={look}
        size={look === "primary" ? "lg" : "md"}
        busy={state === "busy"}
        busyLabel={busyLabel}
        onClick={() => void press()}
      >
        {label}
      </Button>
    </div>
  );
}
