import { runCommand } from "@/lib/start/command";
import { runDemo } from "@/lib/start/run-demo";

runCommand(import.meta.url, () => runDemo({ dev: true, reset: process.argv.includes("--reset") }));
