import { createRequire } from "node:module";
import path from "node:path";
import type { Plugin } from "esbuild";

const require = createRequire(import.meta.url);
const PUSHER = path.join(path.dirname(require.resolve("pusher-js/package.json")), "src");

/** What pusher-js's own build writes into its source. */
const WRITTEN_IN = {
  VERSION: JSON.stringify((require("pusher-js/package.json") as { version: string }).version),
  CDN_HTTP: '""',
  CDN_HTTPS: '""',
  DEPENDENCY_SUFFIX: '""',
  // Node has this name and browsers do not: its timers and callbacks go through it.
  global: "globalThis",
};

/**
 * pusher-js reaches its platform through one module, `runtime`, which its own build picks per platform. This one is for
 * browsers with WebSocket: no fallbacks over HTTP, no statistics. It takes part of the package's source, of the exact
 * version in package.json.
 */
const RUNTIME = `
import Transport from "core/transports/transport";
import { ws } from "core/transports/url_schemes";
import TransportManager from "core/transports/transport_manager";
import SequentialStrategy from "core/strategies/sequential_strategy";
import { Network } from ${JSON.stringify(path.join(PUSHER, "runtimes/web/net_info"))};

const socket = new Transport({
  urls: ws,
  handlesActivityChecks: false,
  supportsPing: false,
  isInitialized: () => true,
  isSupported: () => true,
  getSocket: (url) => new WebSocket(url),
});

export default {
  Transports: { ws: socket },
  getDefaultStrategy(config, base, defineTransport) {
    const options = {
      ...base,
      hostNonTLS: config.wsHost + ":" + config.wsPort,
      hostTLS: config.wsHost + ":" + config.wssPort,
      httpPath: config.wsPath,
    };
    const manager = new TransportManager({ minPingDelay: 10000, maxPingDelay: config.activityTimeout });
    const transport = defineTransport(config, base.useTLS ? "wss" : "ws", "ws", 3, options, manager);
    return new SequentialStrategy([transport], { loop: true, timeout: 15000, timeoutLimit: 60000 });
  },
  transportConnectionInitializer() {
    this.changeState("initialized");
  },
  setup: (Pusher) => Pusher.ready(),
  getProtocol: () => location.protocol,
  getAuthorizers: () => ({}),
  getLocalStorage: () => undefined,
  getNetwork: () => Network,
  addUnloadListener() {},
  removeUnloadListener() {},
  isXHRSupported: () => false,
  randomInt: (max) => Math.floor(Math.random() * max),
};
`;

/** Parts of pusher-js that our three kinds of channel never touch. */
const ABSENT: Record<string, string> = {
  "core/channels/encrypted_channel.ts": "export default class {}",
  "core/channels/presence_channel.ts": "export default class {}",
  "core/user.ts": "export default class {}",
  "core/auth/user_authenticator.ts": "export default () => {}",
  "core/auth/deprecated_channel_authorizer.ts": "export const ChannelAuthorizerProxy = () => {}",
  "core/logger.ts": "export default { debug() {}, warn() {}, error() {} }",
  "core/utils/url_store.ts": 'export default { buildLogSuffix: () => "" }',
  "core/timeline/timeline_sender.ts": "export default class {}",
  "core/timeline/timeline.ts": `export default class {
    #last = 0;
    info() {}
    error() {}
    generateUniqueID() { return (this.#last += 1); }
  }`,
};

/** pusher-js from its published source, without what the panel has no use for: 10 KB instead of 18. */
export function slimPusher(): Plugin {
  return {
    name: "slim-pusher",
    setup({ initialOptions, onResolve, onLoad, resolve }) {
      initialOptions.define = { ...initialOptions.define, ...WRITTEN_IN };
      onResolve({ filter: /^pusher-js$/ }, () => ({ path: path.join(PUSHER, "core/pusher.ts") }));
      onResolve({ filter: /^runtime$/ }, () => ({ path: "runtime", namespace: "pusher" }));
      onResolve({ filter: /^core\// }, ({ path: name, kind }) =>
        resolve(`./${name}`, { resolveDir: PUSHER, kind }),
      );
      onLoad({ filter: /./, namespace: "pusher" }, () => ({
        contents: RUNTIME,
        loader: "js",
        resolveDir: PUSHER,
      }));
      onLoad({ filter: /pusher-js\/src\/core\// }, ({ path: file }) => {
        const absent = ABSENT[path.relative(PUSHER, file)];
        return absent === undefined ? undefined : { contents: absent, loader: "js" };
      });
    },
  };
}

const ICON = `
import { createElement } from "react";
export default ({ node }) => ({ size = 24, ...rest }) =>
  createElement(
    "svg",
    { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", width: size, height: size, ...rest },
    node.map(([tag, attributes]) => createElement(tag, attributes)),
  );
`;

/** lucide's drawings on our own six lines: what its component can do beyond them, ours ask nobody for. */
export function slimIcons(): Plugin {
  return {
    name: "slim-icons",
    setup({ onLoad }) {
      onLoad({ filter: /lucide-react\/dist\/esm\/createLucideIcon\.mjs$/ }, ({ path: file }) => ({
        contents: ICON,
        loader: "js",
        resolveDir: path.dirname(file),
      }));
    },
  };
}
