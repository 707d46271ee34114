import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Our own server writes the security headers and compresses; see lib/start/server.ts.
  serverExternalPackages: ["pg", "pusher", "nodemailer", "sharp", "graphile-worker"],
};

export default config;
