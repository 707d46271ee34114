/** One application served: its credentials and what it may do. */
export interface ChannelsApp {
  /** Names the application in the HTTP API (`/apps/{id}/…`). */
  id: string;
  /** Public key: names the application in the WebSocket address and opens every signature. */
  key: string;
  /** Shared secret of every HMAC; never leaves the process. */
  secret: string;
  /** `false` refuses sockets with 4003 and requests with 403. Default `true`. */
  enabled?: boolean;
  /** Lets clients send `client-*` events on private and presence channels. Default `false`, as on Pusher. */
  clientEvents?: boolean;
  /** Where webhooks are posted; without it none are sent. */
  webhookUrl?: string;
  /** Sockets this application may hold at once; more are refused with 4100. */
  maxConnections?: number;
}

/** Every bound of the server. Sizes are bytes of UTF-8 unless the name says otherwise. */
export interface ChannelsLimits {
  /** Silence after which a socket is pinged; announced to the client as `activity_timeout`. */
  activityTimeoutSeconds: number;
  /** How long a pinged socket may stay silent before it is closed with 4201. */
  pongTimeoutSeconds: number;
  /** Period of the one sweep that looks after all sockets. */
  sweepSeconds: number;
  /** Sockets of all applications together; more are refused with 4100. */
  maxConnections: number;
  /** A larger WebSocket message is answered with `pusher:error` and ends the socket with 1009. */
  maxFrameBytes: number;
  /** Unsent output a socket may pile up before it is closed with 4100. */
  maxBufferedBytes: number;
  maxEventBytes: number;
  maxEventNameLength: number;
  maxChannelsPerEvent: number;
  maxEventsPerBatch: number;
  maxChannelsPerConnection: number;
  maxPresenceMembers: number;
  maxUserInfoBytes: number;
  maxUserIdLength: number;
  clientEventsPerSecond: number;
  /** How long a cache channel keeps its last event. */
  cacheSeconds: number;
  /** Cache channels remembered per application; the one written longest ago goes first. */
  maxCachedChannels: number;
  /** Largest body of an HTTP request. */
  maxBodyBytes: number;
  /** How far `auth_timestamp` may lie from this machine's clock. */
  timestampToleranceSeconds: number;
}

/** Pace of outgoing webhooks, in milliseconds. */
export interface WebhookOptions {
  /** How long a removal waits for the member or the subscribers to come back. */
  debounceMilliseconds: number;
  timeoutMilliseconds: number;
  /** First pause before a failed delivery is tried again; it doubles each time. */
  firstRetryMilliseconds: number;
  /** A delivery that still fails this long after its first attempt is dropped. */
  giveUpMilliseconds: number;
  /** Events that may wait while a receiver is down; the oldest are dropped beyond it. */
  maxQueuedEvents: number;
}

/** Receives one flat, serialisable object for each thing worth a line in the log. */
export type Log = (line: object) => void;

export interface ChannelsServerOptions {
  apps: ChannelsApp[];
  /** Prefix of the WebSocket address: sockets come in at `{path}/app/{key}`. Default none. */
  path?: string;
  limits?: Partial<ChannelsLimits>;
  webhooks?: Partial<WebhookOptions>;
  log?: Log;
}

/** Limits of Pusher's own documentation where it states one, generous bounds elsewhere. */
export const DEFAULT_LIMITS: ChannelsLimits = {
  activityTimeoutSeconds: 120,
  pongTimeoutSeconds: 30,
  sweepSeconds: 5,
  maxConnections: 20_000,
  maxFrameBytes: 65_536,
  maxBufferedBytes: 1_048_576,
  maxEventBytes: 10_240,
  maxEventNameLength: 200,
  maxChannelsPerEvent: 100,
  maxEventsPerBatch: 10,
  maxChannelsPerConnection: 200,
  maxPresenceMembers: 100,
  maxUserInfoBytes: 1024,
  maxUserIdLength: 128,
  clientEventsPerSecond: 10,
  cacheSeconds: 1800,
  maxCachedChannels: 1000,
  maxBodyBytes: 524_288,
  timestampToleranceSeconds: 600,
};

export const DEFAULT_WEBHOOKS: WebhookOptions = {
  debounceMilliseconds: 3000,
  timeoutMilliseconds: 4000,
  firstRetryMilliseconds: 1000,
  giveUpMilliseconds: 300_000,
  maxQueuedEvents: 10_000,
};
