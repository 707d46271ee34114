import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Our own server writes the security headers; see lib/start/server.ts.
  serverExternalPackages: ["pg", "pusher", "nodemailer", "sharp", "graphile-worker"],
  // `npm run check` looks at the types; a first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The demo shop uses the other name of this machine, as another site would.
  allowedDevOrigins: ["127.0.0.1"],
};

export default config;
