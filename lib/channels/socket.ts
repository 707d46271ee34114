import { WebSocket, WebSocketServer } from "ws";
import { CODES, errorFrame } from "./frames";

/** Close codes by which `ws` gives up on a client that breaks the WebSocket protocol or sends too much. */
const PROBLEMS: ReadonlyMap<number, string> = new Map([
  [1002, "The WebSocket frame is not valid"],
  [1007, "The message is not valid UTF-8"],
  [1008, "The message has too many parts"],
  [1009, "The message is too large"],
]);

/** A socket that says what was wrong before `ws` closes it; `ws` itself offers no earlier moment. */
class ExplainingSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    const message = code === undefined ? undefined : PROBLEMS.get(code);
    if (message !== undefined && this.readyState === WebSocket.OPEN) {
      this.send(errorFrame(CODES.malformed, message));
    }
    super.close(code, data);
  }
}

/** The WebSocket side: uncompressed (a deflate context per socket costs more than all else), bounded. */
export function createSocketServer(maxFrameBytes: number): WebSocketServer {
  const options = {
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
    maxFragments: 256,
    maxBufferedChunks: 4096,
    closeTimeout: 10_000,
    WebSocket: ExplainingSocket,
  };
  return new WebSocketServer(options);
}
