import { localeOf } from "@/lib/domain/locale";
import { findPanelSite } from "@/lib/server/site/find-panel-site";
import { panelAssets } from "./asset-version";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/**
 * GET /panel?site=<key>&lang=<language>: the page in the widget's frame. It is the same for every visitor; who he is
 * lies in the frame's own storage. Only the site's origins may frame it.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const key = searchParams.get("site") ?? "";
  const language = localeOf(searchParams.get("lang"));
  // The host page's choice; without one the frame follows the device.
  const theme = ["light", "dark"].find((known) => known === searchParams.get("theme"));
  const site = await findPanelSite({ key });
  if (!site)
    return new Response("No site has this key.", { status: 404, headers: { "Content-Type": "text/plain" } });

  const { realtime } = site;
  const socket = `${realtime.tls ? "wss" : "ws"}://${realtime.host}:${realtime.port}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${site.origins.join(" ")}`,
  ].join("; ");
  const { version, chunks } = await panelAssets();
  const page = `<!doctype html>
<html lang="${language}"${theme ? ` data-theme="${theme}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Entraide</title>
<link rel="stylesheet" href="/panel.css?v=${version}">
${chunks.map((name) => `<link rel="modulepreload" href="/${name}">`).join("")}
<script src="/panel-${language}.js?v=${version}" defer></script>
<script src="/panel.js?v=${version}" type="module"></script>
</head>
<body><div id="panel" data-site="${escaped(key)}" data-origins="${escaped(JSON.stringify(site.origins))}"></div></body>
</html>
`;
  return new Response(page, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-cache",
    },
  });
}
