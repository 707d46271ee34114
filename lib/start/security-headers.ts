/** What every answer says to the browser. */
const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
};

/** What keeps our screens out of other sites' frames. */
const UNFRAMED = {
  "X-Frame-Options": "DENY",
  "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
};

/** Made for other sites: they say themselves who may frame them. */
function isForOtherSites(pathname: string): boolean {
  return pathname === "/widget.js" || pathname === "/panel" || pathname.startsWith("/panel/");
}

/**
 * The default headers of an answer; a page or route may set its own over them.
 * @param secure whether people reach us over https, and should from now on
 */
export function securityHeaders(pathname: string, secure: boolean): Record<string, string> {
  return {
    ...ALWAYS,
    ...(isForOtherSites(pathname) ? {} : UNFRAMED),
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}
