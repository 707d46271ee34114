import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import { CODES, errorFrame } from "./frames";
import type { RateLimit } from "./rate-limit";

const TEXT = { binary: false, compress: false };

/** An id of two decimal numbers that nobody can guess: 128 random bits. */
function newSocketId(): string {
  const bytes = randomBytes(16);
  return `${bytes.readBigUInt64BE(0)}.${bytes.readBigUInt64BE(8)}`;
}

/** What a connection needs to know of its surroundings. */
export interface ConnectionOptions {
  /** Unsent bytes beyond which the socket is given up as too slow. */
  maxBufferedBytes: number;
  /** Called once, never from inside `send` or `end`, when the connection is over for the server. */
  onEnded: (connection: Connection) => void;
  /** Called when the socket is given up because it does not read. */
  onSlow: (connection: Connection) => void;
}

/** One client's socket and what the server remembers about it. */
export class Connection {
  readonly id = newSocketId();
  /** Names of the channels it is subscribed to. */
  readonly channels = new Set<string>();
  /** Set by a successful sign-in. */
  userId: string | undefined;
  /** Clock reading, in milliseconds, of the last sign of life. */
  lastSeen: number;
  /** Clock reading of the ping that waits for an answer; 0 for none. */
  pingedAt = 0;
  /** Created with the first client event, so idle sockets do not carry one. */
  clientEvents: RateLimit | undefined;
  readonly #socket: WebSocket;
  readonly #options: ConnectionOptions;
  #ended = false;

  constructor(socket: WebSocket, now: number, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    this.lastSeen = now;
  }

  /** Over for the server, though the closing handshake may still be under way. */
  get isEnded(): boolean {
    return this.#ended;
  }

  /** Notes a sign of life. */
  seen(now: number): void {
    this.lastSeen = now;
    this.pingedAt = 0;
  }

  /** Sends one text frame; bytes are taken to be UTF-8. A socket that has stopped reading is closed instead. */
  send(frame: string | Buffer): void {
    if (this.#ended || this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#options.maxBufferedBytes) {
      this.#options.onSlow(this);
      this.end(CODES.overCapacity, "Too slow");
      return;
    }
    this.#socket.send(frame, TEXT);
  }

  /** Tells the client what was wrong with its message; the connection goes on. */
  sendError(code: number, message: string): void {
    this.send(errorFrame(code, message));
  }

  /** Closes the socket with a code of the protocol and takes the connection out of every channel. */
  end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#socket.close(code, reason);
    this.ended();
  }

  /**
   * Marks the connection as over. The owner hears of it a moment later: connections end in the
   * middle of broadcasts, and leaving a channel broadcasts again, without limit if it nested.
   */
  ended(): void {
    if (this.#ended) return;
    this.#ended = true;
    queueMicrotask(() => this.#options.onEnded(this));
  }
}
