// Not TypeScript, or every start would have to load a compiler to read it.
/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Our own server writes the security headers; see lib/start/server.ts.
  serverExternalPackages: ["pg", "pusher", "nodemailer", "sharp", "graphile-worker"],
  // `npm run check` looks at the types; a first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The demo shop uses the other name of this machine, as another site would.
  allowedDevOrigins: ["127.0.0.1"],
  // A page's code is read when the page is asked for: reading all of it at the start holds 35 MB that many never need.
  experimental: { preloadEntriesOnStart: false },
  headers: async () => [
    {
      // The panel's page names its bundles by their content; see app/panel/asset-version.ts.
      source: "/:file(panel.*\\.(?:js|css))",
      has: [{ type: "query", key: "v", value: "[0-9a-f]{12}" }],
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
    {
      // Chunks bear their content in their names; see lib/start/bundle-widget.ts.
      source: "/:file(panel-[a-z-]+-[0-9A-Z]{8}\\.js)",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
    {
      // Every page of a host's site asks for the loader: often enough to be fresh, seldom enough to be quiet.
      source: "/widget.js",
      headers: [{ key: "Cache-Control", value: "public, max-age=300, stale-while-revalidate=86400" }],
    },
  ],
};

export default config;
