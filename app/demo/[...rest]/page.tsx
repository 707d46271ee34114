import { notFound } from "next/navigation";

/** Addresses the shop does not have get the shop's own 404, not the product's. */
export default function NoSuchPage(): never {
  notFound();
}
