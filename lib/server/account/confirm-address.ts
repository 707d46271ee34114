/**
 * The page that a sign-in mail links to, out of the address at which next-auth would sign the person in at once.
 * Mail scanners open every link; a page with a button leaves the sign-in to the person.
 */
export function confirmAddress(callback: string): string {
  const { origin, search } = new URL(callback);
  return `${origin}/sign-in/confirm${search}`;
}
