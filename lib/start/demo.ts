import { runCommand } from "@/lib/start/command";
import { runDemo } from "@/lib/start/run-demo";
import { StartError } from "@/lib/start/start-error";

runCommand(import.meta.url, async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== "--reset");
  if (unknown) {
    throw new StartError(
      `The demo does not know "${unknown}". It knows --reset, which starts over with fresh data.`,
    );
  }
  await runDemo({ dev: false, reset: words.includes("--reset") });
});
