import { once } from "node:events";
import { createServer } from "node:http";

/** A web site of somebody else, on a host name of its own. */
export type HostPage = {
  /** Its address without a path. */
  origin: string;
  /** Puts the lines of a brand's script tag at the end of every page. */
  carry(snippet: string): void;
  close(): Promise<void>;
};

/** Serves a plain shop on a free port; it knows nothing of us until it carries a script tag. */
export async function serveHostPage(title: string): Promise<HostPage> {
  let snippet = "";
  const server = createServer((request, response) => {
    const isPage = !request.url?.endsWith(".ico");
    response.writeHead(isPage ? 200 : 204, { "Content-Type": "text/html; charset=utf-8" });
    response.end(isPage ? page(title, snippet) : undefined);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The machine gave no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    carry: (given) => {
      snippet = given;
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function page(title: string, snippet: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<main><h1>${title}</h1><p>Bicycles for the north.</p></main>
${snippet}
</body>
</html>`;
}
