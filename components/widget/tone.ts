import { frameStorage } from "./identity";

const NAME = "entraide:tone";

/** Whether this browser's visitor wants to hear of new messages. Off until he says so. */
export function wantsTone(): boolean {
  return frameStorage("localStorage")?.getItem(NAME) === "1";
}

export function keepTone(isWanted: boolean): void {
  try {
    if (isWanted) frameStorage("localStorage")?.setItem(NAME, "1");
    else frameStorage("localStorage")?.removeItem(NAME);
  } catch {
    // A full storage: off again at the next page.
  }
}
