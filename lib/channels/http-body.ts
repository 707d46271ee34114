import type { IncomingMessage } from "node:http";
import { HttpProblem } from "./http-problem";
import { type JsonObject, parseJsonObject } from "./json";
import { md5 } from "./signature";

/**
 * Reads a request's body of at most `maxBytes` and checks it against the digest its signature vouches for.
 * Throws {@link HttpProblem} 413, 401 for a body the signature does not cover, 400 for what is no JSON object.
 */
export async function readSignedJson(
  request: IncomingMessage,
  maxBytes: number,
  bodyMd5: string | undefined,
): Promise<JsonObject> {
  const body = await readBody(request, maxBytes);
  if (body.length === 0 && bodyMd5 === undefined) return {};
  if (bodyMd5 !== md5(body)) throw new HttpProblem(401, "The signature does not cover the body");
  const object = parseJsonObject(utf8(body));
  if (!object) throw new HttpProblem(400, "The body must be a JSON object");
  return object;
}

function utf8(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new HttpProblem(400, "The body must be UTF-8");
  }
}

function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(new HttpProblem(413, "The body is too large"));
      }
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    const incomplete = () => reject(new HttpProblem(400, "The body is incomplete"));
    request.on("error", incomplete);
    request.on("close", incomplete);
  });
}
