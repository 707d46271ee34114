/**
 * The demo shop's site: the key its script tag carries and the origin that serves the widget (no trailing slash).
 * Null unless the installation runs as a demonstration; the shop then does not exist.
 */
export async function findDemoSite(): Promise<{ publicKey: string; origin: string } | null> {
  const origin = process.env.NEXTAUTH_URL;
  if (process.env.ENTRAIDE_DEMO !== "1" || !origin) return null;
  return { publicKey: "demo", origin: origin.replace(/\/+$/, "") };
}
