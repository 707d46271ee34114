import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";
import { env } from "@/lib/server/env";

type RecordKey = { privateKey: KeyObject; publicKey: KeyObject; jwk: JWK & { kid: string } };

const known = new Map<string, Promise<RecordKey>>();

/**
 * The installation's key that signs records of badges: RSA, for RS256 is what every reader of Open Badges 3.0 knows. Its
 * public half as a JWK is named by its thumbprint (RFC 7638). Throws when the installation has none.
 */
export function recordKey(): Promise<RecordKey> {
  const { BADGE_PRIVATE_KEY: stored } = env();
  if (!stored) throw new Error("BADGE_PRIVATE_KEY is missing: no record can be signed or read");
  const key = known.get(stored) ?? read(stored);
  known.set(stored, key);
  return key;
}

async function read(stored: string): Promise<RecordKey> {
  const privateKey = createPrivateKey({
    key: Buffer.from(stored, "base64url"),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, publicKey, jwk: { ...jwk, alg: "RS256", use: "sig", kid } };
}
