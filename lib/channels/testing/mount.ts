import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { ChannelsServerOptions } from "@/lib/channels/options";
import { type ChannelsServer, createChannelsServer } from "@/lib/channels/server";

/** Credentials of the published signature vectors. */
export const APP = {
  id: "3",
  key: "278d425bdf160c739803",
  secret: "7ad3773142a6692b25b8",
  clientEvents: true,
};

/** A channels server on a free port of this machine, beside a site that answers everything else. */
export interface Mounted {
  port: number;
  channels: ChannelsServer;
  /** What the server logged so far. */
  lines: object[];
  /** Puts a fresh channels server in the old one's place, on the same port. */
  replace(): void;
}

/** Starts a server for the running test and stops it after. */
export async function mount(options: Partial<ChannelsServerOptions> = {}): Promise<Mounted> {
  const lines: object[] = [];
  const create = () => createChannelsServer({ apps: [APP], log: (line) => lines.push(line), ...options });
  let channels = create();
  const http = createServer((request, response) => {
    if (!channels.handleRequest(request, response)) response.end("the site");
  });
  http.on("upgrade", (request, socket, head) => {
    if (!channels.handleUpgrade(request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  onTestFinished(async () => {
    await channels.close({ overSeconds: 0 });
    http.closeAllConnections();
    http.close();
  });
  return {
    port: (http.address() as AddressInfo).port,
    get channels() {
      return channels;
    },
    lines,
    replace() {
      channels = create();
    },
  };
}
