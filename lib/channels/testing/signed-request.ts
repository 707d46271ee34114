import { md5, sign } from "@/lib/channels/signature";
import { APP, type Mounted } from "./mount";

interface SignedOptions {
  method?: string;
  body?: string | Buffer;
  params?: Record<string, string>;
  app?: typeof APP;
  /** Sent instead of the body that was signed. */
  sentBody?: string;
}

/** A signed request with any body, also bodies no library would send. */
export async function signed({ port }: Mounted, path: string, options: SignedOptions = {}) {
  const { method = "POST", body = "", params = {}, app = APP, sentBody = body } = options;
  const digest = body.length > 0 ? { body_md5: md5(body) } : {};
  const time = String(Math.floor(Date.now() / 1000));
  const all = { auth_key: app.key, auth_timestamp: time, auth_version: "1.0", ...digest, ...params };
  const query = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const signature = sign(app.secret, `${method}\n${path}\n${query}`);
  const url = `http://127.0.0.1:${port}${path}?${query}&auth_signature=${signature}`;
  const bytes = sentBody.length > 0 ? new Uint8Array(Buffer.from(sentBody)) : undefined;
  const response = await fetch(url, { method, body: bytes });
  return { status: response.status, body: await response.json() };
}

/** A signed POST of some JSON. */
export const post = (mounted: Mounted, path: string, body: unknown) =>
  signed(mounted, path, { body: JSON.stringify(body) });

/** A signed GET. */
export const get = (mounted: Mounted, path: string, params: Record<string, string> = {}) =>
  signed(mounted, path, { method: "GET", params });
