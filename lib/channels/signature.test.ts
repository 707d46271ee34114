import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelText, isAuthValid, isSignedBy, md5, sign, userText, verifyRequest } from "./signature";
import { APP } from "./testing/mount";

const NOW = 1353088179;
const BODY = '{"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"}';
const DIGEST = "ec365a775a4cd0599faeb73354201b6f";
const SIGNATURE = "da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c";
const QUERY = `auth_key=${APP.key}&auth_timestamp=${NOW}&auth_version=1.0&body_md5=${DIGEST}&auth_signature=${SIGNATURE}`;
const REQUEST = { method: "POST", path: "/apps/3/events", query: QUERY, now: NOW };

/** A request signed as a library signs it: sorted, before anything is encoded. */
function signed(path: string, parameters: Record<string, string>, now = NOW) {
  const all = { auth_key: APP.key, auth_timestamp: String(now), auth_version: "1.0", ...parameters };
  const pairs = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = pairs.map(([name, value]) => `${name}=${value}`).join("&");
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const signature = sign(APP.secret, `GET\n${path}\n${text}`);
  return { method: "GET", path, query: `${query}&auth_signature=${signature}`, now: NOW };
}

describe("the published vectors", () => {
  it("signs a private channel", () => {
    expect(sign(APP.secret, channelText("1234.1234", "private-foobar"))).toBe(
      "58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4",
    );
  });

  it("signs a user", () => {
    expect(sign(APP.secret, userText("1234.1234", '{"id":"12345"}'))).toBe(
      "4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba",
    );
  });

  it("signs a presence channel over the exact string of its channel_data", () => {
    const text = channelText(
      "1234.1234",
      "presence-foobar",
      '{"user_id":10,"user_info":{"name":"Mr. Pusher"}}',
    );
    expect(text).toBe('1234.1234:presence-foobar:{"user_id":10,"user_info":{"name":"Mr. Pusher"}}');
    expect(sign(APP.secret, text)).toBe("afaed3695da2ffd16931f457e338e6c9f2921fa133ce7dac49f529792be6304c");
  });

  it("digests and verifies a request", () => {
    expect(md5(BODY)).toBe(DIGEST);
    expect(verifyRequest(APP, REQUEST, 600)?.bodyMd5).toBe(DIGEST);
  });
});

describe("auth of a client", () => {
  const text = channelText("1.2", "private-a");
  const auth = `${APP.key}:${sign(APP.secret, text)}`;

  it("accepts its own signature", () => {
    expect(isAuthValid(APP, text, auth)).toBe(true);
  });

  it.each([
    undefined,
    null,
    7,
    "",
    ":",
    `${APP.key}:`,
    sign(APP.secret, text),
    `other:${sign(APP.secret, text)}`,
    `${auth}0`,
    auth.toUpperCase(),
    `${APP.key}:${sign("other", text)}`,
  ])("refuses %s", (wrong) => {
    expect(isAuthValid(APP, text, wrong)).toBe(false);
  });

  it("holds for no other text", () => {
    fc.assert(
      fc.property(fc.string(), (other) => {
        expect(isSignedBy(APP.secret, other, sign(APP.secret, text))).toBe(other === text);
      }),
    );
  });
});

describe("a signed request", () => {
  it.each([
    ["another method", { ...REQUEST, method: "PUT" }],
    ["another path", { ...REQUEST, path: "/apps/4/events" }],
    ["another value", { ...REQUEST, query: QUERY.replace(DIGEST, md5("")) }],
    ["a further parameter", { ...REQUEST, query: `${QUERY}&info=user_count` }],
    ["a parameter given twice", { ...REQUEST, query: `${QUERY}&body_md5=${DIGEST}` }],
    ["no signature", { ...REQUEST, query: QUERY.replace(`&auth_signature=${SIGNATURE}`, "") }],
    ["another version", { ...REQUEST, query: QUERY.replace("1.0", "2.0") }],
    ["broken encoding", { ...REQUEST, query: `${QUERY}&a=%E0%A4%A` }],
    ["nothing at all", { ...REQUEST, query: "" }],
    ["an old time", { ...REQUEST, now: NOW + 601 }],
    ["a time to come", { ...REQUEST, now: NOW - 601 }],
  ])("is refused with %s", (_, request) => {
    expect(verifyRequest(APP, request, 600)).toBeUndefined();
  });

  it.each([NOW + 600, NOW - 600])("is accepted at the edge of its age, %d", (now) => {
    expect(verifyRequest(APP, { ...REQUEST, now }, 600)).toBeDefined();
  });

  it("is refused with a time that is no number of seconds", () => {
    for (const time of ["", "1e9", "-5", " 5", "NaN", "9".repeat(400)]) {
      expect(verifyRequest(APP, signed("/apps/3/channels", { auth_timestamp: time }), 600)).toBeUndefined();
    }
  });

  it("is signed over decoded values, whatever they hold", () => {
    const value = fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(value, (prefix) => {
        const claims = verifyRequest(APP, signed("/apps/3/channels", { filter_by_prefix: prefix }), 600);
        expect(claims?.parameters.get("filter_by_prefix")).toBe(prefix);
      }),
    );
  });

  it("may be signed over the path before or after it was encoded", () => {
    const request = signed("/apps/3/users/a b/terminate_connections", {});
    const path = "/apps/3/users/a%20b/terminate_connections";
    expect(verifyRequest(APP, { ...request, path }, 600)).toBeDefined();
    expect(verifyRequest(APP, signed(path, {}), 600)).toBeDefined();
  });
});
