import { startServer } from "@/lib/start/server";
import { untilSignal } from "@/lib/start/shutdown";

/** The server without its pages, on the environment as it is; says when it listens. For tests of its end. */
await untilSignal(
  (sentence) => process.stdout.write(`${sentence}\n`),
  async (shutdown) => {
    const server = await startServer({ dev: false, hostname: "127.0.0.1", pages: false });
    shutdown.add("The server", server.stop);
    process.stdout.write("Listening\n");
  },
);
