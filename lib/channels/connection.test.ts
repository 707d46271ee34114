import { expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { Connection } from "./connection";

function setUp(bufferedAmount: number) {
  const socket = { readyState: WebSocket.OPEN as number, bufferedAmount, send: vi.fn(), close: vi.fn() };
  const [onEnded, onSlow] = [vi.fn(), vi.fn()];
  const options = { maxBufferedBytes: 1000, onEnded, onSlow };
  return { socket, onEnded, onSlow, connection: new Connection(socket as unknown as WebSocket, 0, options) };
}

it("sends while its output flows", () => {
  const { socket, connection } = setUp(1000);
  connection.send("frame");
  expect(socket.send).toHaveBeenCalledWith("frame", { binary: false, compress: false });
});

it("gives up a socket whose output piles up, once, and tells its owner outside the broadcast", async () => {
  const { socket, onEnded, onSlow, connection } = setUp(1001);
  connection.send("first");
  connection.send("second");
  connection.ended();
  expect(socket.send).not.toHaveBeenCalled();
  expect(socket.close.mock.calls).toEqual([[4100, "Too slow"]]);
  expect(onSlow).toHaveBeenCalledTimes(1);
  expect([connection.isEnded, onEnded.mock.calls.length]).toEqual([true, 0]);
  await Promise.resolve();
  expect(onEnded.mock.calls).toEqual([[connection]]);
});

it("sends nothing on a socket that is not open", () => {
  const { socket, connection } = setUp(0);
  socket.readyState = WebSocket.CLOSING;
  connection.send("frame");
  expect(socket.send).not.toHaveBeenCalled();
});
