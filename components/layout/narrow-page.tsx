import type { ReactNode } from "react";
import type { Person } from "./account-menu";
import { AppBar } from "./app-bar";

/** The frame of signing in and of notices: the bar, and one narrow column led by its title. */
export function NarrowPage(props: {
  title: ReactNode;
  lead?: ReactNode;
  /** Who is signed in, where the page knows. */
  person?: Person | null;
  children?: ReactNode;
}) {
  return (
    <>
      <AppBar person={props.person ?? null} />
      <main id="main" className="narrow">
        <div className="grid gap-3">
          <h1 className="t-page">{props.title}</h1>
          {props.lead && <p className="t-lead muted">{props.lead}</p>}
        </div>
        {props.children}
      </main>
    </>
  );
}
