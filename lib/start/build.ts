import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { sourceStamp, writeStamp } from "@/lib/start/build-stamp";
import { runCommand } from "@/lib/start/command";
import { createProgress } from "@/lib/start/progress";
import { ROOT } from "@/lib/start/root";
import { StartError } from "@/lib/start/start-error";

/**
 * Builds the product for production: the widget's bundles, the pages, and the server that `npm start` runs.
 * Throws a `StartError` with what the compiler said.
 */
export async function build(): Promise<void> {
  const stamp = await sourceStamp(ROOT);
  const { bundleWidget } = await import("@/lib/start/bundle-widget");
  await bundleWidget({ minify: true });
  await buildPages();
  // Last: the pages' compiler empties the folder.
  const { bundleServer } = await import("@/lib/start/bundle-server");
  await bundleServer();
  await writeStamp(ROOT, stamp);
}

async function buildPages(): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  // A build that nobody waits for any more would keep writing into the folder.
  const stop = () => child.kill();
  process.once("exit", stop);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  const [code] = await once(child, "close");
  process.off("exit", stop);
  if (code !== 0) throw new StartError(`The pages could not be built.\n${said.trim()}`);
}

runCommand(import.meta.url, async () => {
  await createProgress().step("Build", build);
});
