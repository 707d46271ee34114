import { ImageResponse } from "next/og";
import { beforeEach, expect, it, vi } from "vitest";
import { SharePicture, shareSize } from "./share-picture";
import { drawable } from "./share-words";

const asked = vi.fn();
const { fetch } = globalThis;
beforeEach(() => {
  asked.mockClear();
  vi.stubGlobal("fetch", (address: string | URL) => {
    // The drawing code carries parts of itself as such addresses.
    if (`${address}`.startsWith("data:")) return fetch(address);
    asked(`${address}`);
    return Promise.reject(new Error("no request may leave"));
  });
});

const draw = async (title: string, line: readonly string[], brandName = "Volt & Vélo") => {
  const picture = new ImageResponse(
    <SharePicture brandName={brandName} title={title} line={line} badges={[]} />,
    shareSize,
  );
  return new Uint8Array(await picture.arrayBuffer());
};
const png = [0x89, 0x50, 0x4e, 0x47];

it.each([
  ["emoji", "Marie 🚲❤️ 1️⃣ ©️ ☺ ™️"],
  ["Greek", "Γιώργος"],
  ["Arabic", "مريم"],
  ["Chinese", "王芳"],
  ["a space of French typography", "Prête\u202F!"],
  ["accents that stand by themselves", "Me\u0301lanie x\u0302"],
])("asks nobody for %s", async (_, words) => {
  expect([...(await draw(words, [words, "Gold"], words)).slice(0, 4)]).toEqual(png);
  expect(asked).not.toHaveBeenCalled();
});

it("asks nobody for any letter that it draws", async () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) => drawable(letter) === letter,
  );
  expect(all.length).toBeGreaterThan(500);
  for (let from = 0; from < all.length; from += 100)
    await draw("", [all.slice(from, from + 100).join(" ")], "Volt");
  expect(asked).not.toHaveBeenCalled();
});

it("keeps what can be read", () => {
  expect(drawable("Zoë  🚲 Łukasz, Đặng & Мария!")).toBe("Zoë Łukasz, Đặng & Мария!");
  expect(drawable("Prête\u202F!")).toBe("Prête !");
  expect(drawable("Γιώργος")).toBe("");
});
