import { ListChecks } from "lucide-react";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";

/** One line on the live board while a brand's first days are not done; it leads to the list. */
export function GuideBanner(props: { href: string; text: string; open: string }) {
  return (
    <aside className="banner banner--green">
      <Icon icon={ListChecks} size={16} />
      <span>{props.text}</span>
      <Link href={props.href}>{props.open}</Link>
    </aside>
  );
}
