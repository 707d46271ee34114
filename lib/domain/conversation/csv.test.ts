import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvRow } from "./csv";

/** Whatever a browser may send, halves of signs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

/** Reads one record as RFC 4180 says. */
function parseRecord(text: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    cells.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
    if (found[3] !== ",") break;
  }
  return cells;
}

describe("csvCell", () => {
  it.each(["=1+1", "+33 1", "-2", "@SUM(A1)", "\tx", "\rx"])("defuses %j", (text) => {
    expect(parseRecord(csvRow([text]))).toEqual([`'${text}`]);
  });

  it("leaves numbers and plain words as they are", () => {
    expect([csvCell(-2.5), csvCell("a = b"), csvCell(null), csvCell("")]).toEqual(["-2.5", "a = b", "", ""]);
  });

  it("is read back by RFC 4180 as it was, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (cells) => {
        const defused = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
        expect(parseRecord(csvRow(cells))).toEqual(defused);
      }),
    );
  });
});
