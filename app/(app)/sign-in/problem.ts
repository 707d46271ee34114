export type SignInProblem = "expired" | "denied" | "notLinked" | "address" | "other";

const PROBLEMS = new Map<unknown, SignInProblem>([
  ["Verification", "expired"],
  ["AccessDenied", "denied"],
  ["OAuthAccountNotLinked", "notLinked"],
  ["EmailSignin", "address"],
]);

/** What to tell a person about next-auth's error code in an address; anything it may invent is "other". */
export function signInProblem(code: unknown): SignInProblem {
  return PROBLEMS.get(code) ?? "other";
}
