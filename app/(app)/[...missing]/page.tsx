import { notFound } from "next/navigation";

/** Addresses that nobody else serves: with several root layouts, only a page inside one can show our own 404. */
export default function MissingPage(): never {
  notFound();
}
