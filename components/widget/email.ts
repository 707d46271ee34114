/** One address, as browsers understand it. The server looks again. */
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;

/** Whether a text, apart from spaces around it, is one address. */
export function isEmail(text: string): boolean {
  const email = text.trim();
  return ADDRESS.test(email) && email.length <= 254;
}
