import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

/** The frame of a visitor's page: he came by a mail of the brand and has no account here. */
export function AnswerFrame(props: { lang: string; brandName: string; children: ReactNode }) {
  return (
    <div lang={props.lang}>
      <header className="bar">
        <p className="brand">
          <Logo />
          {props.brandName}
        </p>
      </header>
      {props.children}
    </div>
  );
}
