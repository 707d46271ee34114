/**
 * `npm run check:imports`: does the house still stand as ARCHITECTURE.md draws it?
 *
 * node e2e/checks/imports.mjs [--root <folder>] [--min <modules>]
 *
 * Exits 1 with one line per broken rule: its name, who imports whom, and why that is not done. It also fails when it
 * reads fewer modules than `--min` (50), because a tool that sees nothing finds nothing: under TypeScript 7
 * dependency-cruiser 17 silently reads no module at all.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { bundles, forbidden } from "./import-rules.mjs";
import { findForbiddenWords } from "./text-rules.mjs";

const { values } = parseArgs({
  options: { root: { type: "string", default: process.cwd() }, min: { type: "string", default: "50" } },
});
const least = Number(values.min);
// dependency-cruiser reads its folders, and the compiler's paths, from the current folder.
process.chdir(path.resolve(values.root));

const folders = ["app", "components", "lib", "prisma", "e2e"].filter((folder) => existsSync(folder));
const { output } = await cruise(
  folders,
  {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", "^prisma/generated/"] },
    exclude: { path: ["^\\.next/", "^public/"] },
    outputType: "json",
  },
  // A linked node_modules keeps its short name, which the rules match.
  {
    symlinks: false,
    extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".d.ts", ".json", ".css"],
    exportsFields: ["exports"],
    conditionNames: ["import", "require", "node", "browser", "types", "style", "default"],
  },
  { tsConfig: extractTSConfig("tsconfig.json") },
);
/** @type {import("dependency-cruiser").ICruiseResult} */
const result = typeof output === "string" ? JSON.parse(output) : output;

const ours = result.modules.filter(({ source }) => /^(app|components|lib|prisma|e2e)\//.test(source));
const problems = [
  ...result.summary.violations.map(describe),
  ...bundles.flatMap((rule) => findInBundle(rule)),
  ...findForbiddenWords(ours.map(({ source }) => source)),
];

for (const problem of problems) console.error(problem);
if (ours.length < least) {
  console.error(
    `The import check read only ${ours.length} modules of at least ${least}: it is blind, not satisfied. ` +
      "Is TypeScript still below version 7, and does tsconfig.json still carry the alias @/*?",
  );
}
if (problems.length > 0 || ours.length < least) process.exit(1);
console.log(`Imports: ${ours.length} modules, ${forbidden.length + bundles.length} rules, nothing broken.`);

/** @param {import("dependency-cruiser").IViolation} violation */
function describe({ rule, from, to, cycle }) {
  const reason = forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
  const way = cycle ? cycle.map(({ name }) => name).join(" → ") : to;
  return `${rule.name}: ${from} → ${way}\n    ${reason}`;
}

/**
 * The shortest way from each module of a bundle to what the bundle may not contain.
 * @param {(typeof bundles)[number]} rule
 * @returns {string[]} one description for every forbidden module that is reached
 */
function findInBundle({ name, reason, from, to }) {
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const cameFrom = new Map(
    [...modules.keys()].filter((source) => from.test(source)).map((source) => [source, ""]),
  );
  const queue = [...cameFrom.keys()];
  const found = [];
  for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
    if (to.test(source)) {
      found.push(`${name}: ${wayTo(source, cameFrom)}\n    ${reason}`);
      continue;
    }
    for (const { resolved, dependencyTypes } of modules.get(source)?.dependencies ?? []) {
      if (dependencyTypes.includes("type-only") || cameFrom.has(resolved)) continue;
      cameFrom.set(resolved, source);
      queue.push(resolved);
    }
  }
  return found;
}

/**
 * @param {string} end
 * @param {Map<string, string>} cameFrom
 */
function wayTo(end, cameFrom) {
  const way = [end];
  for (let step = cameFrom.get(end); step; step = cameFrom.get(step)) way.unshift(step);
  return way.join(" → ");
}
