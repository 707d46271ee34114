import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, context, type Plugin, transform } from "esbuild";
import compile from "icu-minify/compile";
import { locales } from "@/lib/domain/locale";
import { slimIcons, slimPusher } from "./slim-packages";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** A file's name as `chunkNames` makes it. */
const CHUNK = /^panel-[\w-]+-[0-9A-Z]{8}\.js$/;
const TOKENS = path.join(ROOT, "components/ui/tokens.css");
/**
 * Names of the loader's own objects, which travel shorter. Never one of the page's objects, of what the API answers, or
 * of what loader and panel tell each other.
 */
const PRIVATE =
  /^(?:recall|keep|tell|load|hasFocus|takeFocus|emit|luck|isShown|isBanned|opened|heading|line|isStaff|people|panel|show)$/;
/** The grounds of people's initials stay light by night: a dozen colours less on the host's page. */
const GROUNDS = /^--(?:tint-|amber-soft$)/;
const LAUNCHER_CSS = path.join(ROOT, "lib/widget/launcher.css");

export type BundleOptions = {
  minify: boolean;
  /** Builds again at every change, until the process ends. */
  watch?: boolean;
  /** Absolute, or relative to the repository's root. */
  outDir?: string;
};

/**
 * Writes the widget: `widget.js`, the loader for the host's page; for the frame `panel.js` with the chunks that it
 * imports or asks for later (`panel-<name>-<hash>.js`), its texts by language in `panel-<language>.js`, `panel.css` and
 * its font. Throws esbuild's BuildFailure.
 */
export async function bundleWidget({
  minify,
  watch = false,
  outDir = "public",
}: BundleOptions): Promise<void> {
  const shared: BuildOptions = {
    absWorkingDir: ROOT,
    bundle: true,
    minify,
    // What browsers of the last three years understand; older ones show no button.
    target: ["chrome109", "firefox115", "safari16.4"],
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    alias: { "@": ROOT },
  };
  const bundles: BuildOptions[] = [
    {
      ...shared,
      entryPoints: ["lib/widget/main.ts"],
      outfile: path.resolve(ROOT, outDir, "widget.js"),
      // The host's page may be in any encoding.
      charset: "ascii",
      plugins: [launcherStyle({ minify })],
      mangleProps: PRIVATE,
    },
    {
      ...shared,
      entryPoints: { panel: "components/widget/main.tsx" },
      outdir: path.resolve(ROOT, outDir),
      // What the visitor may never ask for comes when he does; app/panel/asset-version.ts finds what comes at once.
      format: "esm",
      splitting: true,
      chunkNames: "panel-[name]-[hash]",
      assetNames: "panel-[name]",
      loader: { ".woff2": "file" },
      jsx: "automatic",
      alias: {
        ...shared.alias,
        react: "preact/compat",
        "react-dom": "preact/compat",
        "react/jsx-runtime": "preact/jsx-runtime",
      },
      define: { "process.env.NODE_ENV": JSON.stringify(minify ? "production" : "development") },
      plugins: [slimPusher(), slimIcons(), compiledMessages()],
    },
    // One language travels; each is a script of its own beside the panel's.
    ...locales.map(
      (locale): BuildOptions => ({
        ...shared,
        stdin: {
          contents: `import texts from "@/lib/messages/${locale}/widget.json"; window.panelTexts = texts;`,
          resolveDir: ROOT,
        },
        outfile: path.resolve(ROOT, outDir, `panel-${locale}.js`),
        plugins: [compiledMessages()],
      }),
    ),
  ];
  await removeOldChunks(path.resolve(ROOT, outDir));
  for (const options of bundles) {
    if (watch) await (await context(options)).watch();
    else await build(options);
  }
}

/** Chunks are named by their content: those of the build before would pile up. */
async function removeOldChunks(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.filter((name) => CHUNK.test(name)).map((name) => rm(path.join(folder, name), { force: true })),
  );
}

/** Gives `LAUNCHER_STYLE` the launcher's sheet, with the light and dark values of the tokens that it uses. */
function launcherStyle({ minify }: { minify: boolean }): Plugin {
  return {
    name: "launcher-style",
    setup({ onLoad }) {
      onLoad({ filter: /lib\/widget\/launcher\.ts$/ }, async ({ path: file }) => {
        const css = await launcherCss();
        const { code } = await transform(css, { loader: "css", minify });
        const source = await readFile(file, "utf8");
        return {
          contents: source.replace(
            "declare const LAUNCHER_STYLE: string;",
            () => `const LAUNCHER_STYLE = ${JSON.stringify(code.trim())};`,
          ),
          loader: "ts",
          watchFiles: [file, LAUNCHER_CSS, TOKENS],
        };
      });
    },
  };
}

/**
 * The launcher's sheet, told for a shadow root instead of a page. Every byte is paid on the host's page: tokens that are
 * alike in both themes give way to their value, and so do people's grounds; the others get the shortest names.
 */
async function launcherCss(): Promise<string> {
  const [own, tokens] = await Promise.all([readFile(LAUNCHER_CSS, "utf8"), readFile(TOKENS, "utf8")]);
  const light = declarations(tokens, ":root {");
  const dark = declarations(tokens, ':root[data-theme="dark"] {');
  const themed = new Map<string, string>();
  const css = own.replace(/var\((--[\w-]+)\)/g, (use, name: string) => {
    const value = light.get(name);
    if (own.includes(`${name}:`)) return use;
    if (value === undefined) throw new Error(`launcher.css uses ${name}, which is no token`);
    if (!dark.has(name) || GROUNDS.test(name)) return value;
    if (!themed.has(name)) themed.set(name, `--${themed.size.toString(36)}`);
    return `var(${themed.get(name)})`;
  });
  const write = (values: Map<string, string>) =>
    [...themed].map(([name, short]) => `${short}:${values.get(name)?.replace(/ ?([,/]) /g, "$1")}`).join(";");
  return [
    css.replace(":host {", `:host { ${write(light)};`),
    // Last, and named once: lib/widget/launcher.ts puts the host page's own choice in its place.
    `@media (prefers-color-scheme:dark){:host{${write(dark)}}}`,
  ].join("\n");
}

/** The custom properties of the first block that opens with `opening`. Throws when there is none. */
function declarations(css: string, opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`components/ui/tokens.css has no block ${opening}`);
  const block = css.slice(start + opening.length, css.indexOf("}", start)).replace(/\/\*[\s\S]*?\*\//g, "");
  return new Map(
    [...block.matchAll(/(--[\w-]+):([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
}

/** Compiles message files at build time, so that the panel carries no parser of them. */
function compiledMessages(): Plugin {
  return {
    name: "compiled-messages",
    setup({ onLoad }) {
      onLoad({ filter: /lib\/messages\/\w+\/[\w-]+\.json$/ }, async ({ path: file }) => ({
        contents: JSON.stringify(compileTexts(JSON.parse(await readFile(file, "utf8")))),
        loader: "json",
      }));
    },
  };
}

function compileTexts(texts: unknown): unknown {
  if (typeof texts === "string") return compile(texts);
  if (typeof texts !== "object" || texts === null)
    throw new Error("A message is neither a text nor a group.");
  return Object.fromEntries(Object.entries(texts).map(([name, inner]) => [name, compileTexts(inner)]));
}
