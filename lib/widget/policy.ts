import { say } from "./say";

/** Names what a host page's content security policy must allow when it refused us something at one of our hosts. */
export function watchPolicy(hosts: readonly string[]): void {
  addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    // What has no address is named by a word: inline, eval.
    const [protocol, , host] = blockedURI.split("/");
    if (hosts.includes(host as string)) say(`add ${protocol}//${host} to ${effectiveDirective}`);
  });
}
