/**
 * Loaded into a server before the product (`--import`): every look at the clock is off by as many milliseconds as the file
 * CHAOS_CLOCK_FILE says at the moment. Timers go on counting as they do when a machine's clock is set.
 */
import { readFileSync } from "node:fs";

const LOOK_MS = 50;
const file = process.env.CHAOS_CLOCK_FILE ?? "";
const RealDate = Date;
const trueNow = Date.now;
let shiftMs = 0;

function look() {
  try {
    shiftMs = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    // The file is being written; the next look sees it.
  }
}

if (file) {
  look();
  setInterval(look, LOOK_MS).unref();
  const shiftedNow = () => trueNow() + shiftMs;
  RealDate.now = shiftedNow;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [shiftedNow()], newTarget),
    apply: () => new RealDate(shiftedNow()).toString(),
  });
  RealDate.prototype.constructor = globalThis.Date;
}
