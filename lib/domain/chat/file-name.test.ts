import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentKinds } from "@/lib/domain/chat/attachment";
import { fileNameOf } from "@/lib/domain/chat/file-name";

describe("fileNameOf", () => {
  it.each([
    ["Mon vélo.JPG", "image/jpeg", "Mon vélo.jpg"],
    ["scan.pdf", "application/pdf", "scan.pdf"],
    ["archive.tar.gz", "image/png", "archive.tar.png"],
    ["photo", "image/webp", "photo.webp"],
    ["../../etc/passwd", "image/png", "passwd.png"],
    ["C:\\Users\\Marie\\bike.html", "image/jpeg", "bike.jpg"],
    ["invoice\u202Egnp.exe", "application/pdf", "invoicegnp.pdf"],
    ["a\r\nX-Evil: 1.png", "image/png", "aX-Evil 1.png"],
    ["<svg onload=alert(1)>.svg", "image/png", "svg onload=alert(1).png"],
    [".htaccess", "image/png", "image.png"],
    ["...", "application/pdf", "document.pdf"],
    ["", "image/gif", "image.gif"],
  ] as const)("calls %j of %s %j", (given, kind, name) => {
    expect(fileNameOf(given, kind)).toBe(name);
  });

  it("never gives a path, a hidden file, a control sign or a long name", () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'./\\\u202E\r\n\u0000<>:"|?*é💡 a') });
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 400 })),
        fc.constantFrom(...attachmentKinds),
        (given, kind) => {
          const name = fileNameOf(given, kind);
          expect(name).toMatch(/^[^./\\\p{C}<>:"|?*][^/\\\p{C}<>:"|?*]*\.[a-z]{3,4}$/u);
          expect([...name].length).toBeLessThanOrEqual(85);
          expect(fileNameOf(name, kind)).toBe(name);
        },
      ),
    );
  });
});
