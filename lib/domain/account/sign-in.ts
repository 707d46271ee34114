/** How long a sign-in link works; it works once. */
export const SIGN_IN_LINK_HOURS = 1;
