import { ArrowRight, Store } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";

/** The brands in which a person has a place; each leads to his desk there. */
export function BrandList(props: {
  brands: readonly { href: string; name: string; role: ReactNode }[];
  none: { title: string; text: string };
}) {
  if (props.brands.length === 0)
    return (
      <Empty icon={Store} title={props.none.title}>
        {props.none.text}
      </Empty>
    );
  return (
    <ul className="border-t border-ink">
      {props.brands.map(({ href, name, role }) => (
        <li key={href} className="border-b border-line">
          <Link
            href={href}
            className="flex items-center justify-between gap-4 py-4 no-underline hover:bg-sunk"
          >
            <span className="grid">
              <span className="t-title">{name}</span>
              <span className="muted">{role}</span>
            </span>
            <Icon icon={ArrowRight} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
