import { createServer } from "node:net";
import { StartError } from "@/lib/start/start-error";

const HIGHEST_TRY = 50;
/** A machine without this kind of address: nobody can be listening on it. */
const NO_SUCH_ADDRESS = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "EINVAL"]);

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryToListen(0, "127.0.0.1");
  if (port === undefined) throw new StartError("This machine has no free TCP port left.");
  return port;
}

/**
 * Whether we could listen on `port`. Both families count: with another program on [::1], "localhost" would
 * lead a browser to that one.
 */
export async function isFree(port: number): Promise<boolean> {
  for (const address of ["127.0.0.1", "::1", "0.0.0.0", "::"]) {
    if ((await tryToListen(port, address)) === undefined) return false;
  }
  return true;
}

/**
 * The port to serve on: the one asked for, or else the first free one from `first` on.
 * Throws a `StartError` when the one asked for is taken, or no port can be found.
 */
export async function choosePort({
  asked,
  first,
}: {
  asked: number | undefined;
  first: number;
}): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new StartError(
      `Port ${asked} is taken by another program. Stop that program, or choose another port with PORT.`,
    );
  }
  for (let port = first; port < first + HIGHEST_TRY; port += 1) if (await isFree(port)) return port;
  throw new StartError(
    `The ports ${first} to ${first + HIGHEST_TRY - 1} are all taken. Choose a free one with PORT.`,
  );
}

/** The port bound and let go again, or `undefined` when it is taken. */
async function tryToListen(port: number, address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (NO_SUCH_ADDRESS.has(error.code ?? "")) resolve(port);
      else if (error.code === "EADDRINUSE") resolve(undefined);
      else if (error.code === "EACCES") {
        reject(new StartError(`This account may not use port ${port}. Choose one above 1023 with PORT.`));
      } else reject(error);
    });
    server.listen({ port, host: address, exclusive: true, ipv6Only: address === "::" }, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound ? bound.port : undefined));
    });
  });
}
