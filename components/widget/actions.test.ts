import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { question, read } from "@/components/widget/testing/panel";
import { ApiError } from "@/lib/client/api-error";
import { createActions } from "./actions";
import { initialState, reducePanel } from "./panel-state";
import type { Session } from "./session";
import { createStore } from "./store";

const input = { text: question().text, topicId: null, firstName: null, leave: false };
const offline = () => Promise.reject(new ApiError("OFFLINE"));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A session whose server answers what the test says. */
function panel() {
  const store = createStore(reducePanel, initialState);
  const api = { ask: vi.fn(async (_: { clientId: string; leave: boolean }) => question()) };
  const session = { store, api, ensureVisitor: async () => {}, read: vi.fn(offline) };
  const onAsked = vi.fn();
  const actions = createActions(session as unknown as Session, onAsked);
  return { store, api, session, onAsked, actions };
}

it("finds a question by itself whose answer was lost, once the server can be heard again", async () => {
  const { store, api, session, onAsked, actions } = panel();
  api.ask.mockImplementationOnce(offline);
  await expect(actions.ask(input)).rejects.toMatchObject({ code: "OFFLINE" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.read.mock.calls.length).toBeGreaterThan(3);
  expect(onAsked).not.toHaveBeenCalled();

  session.read.mockImplementation(async () => {
    store.dispatch(read({ question: question() }));
    return undefined as never;
  });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(store.get().question).toMatchObject({ id: question().id });
  expect(onAsked).toHaveBeenCalledOnce();
  const looks = session.read.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.read).toHaveBeenCalledTimes(looks);
});

it("asks the same question again, also when by then it is to be left; other words are another one", async () => {
  const { api, onAsked, actions } = panel();
  api.ask.mockImplementationOnce(offline);
  await expect(actions.ask(input)).rejects.toThrow();
  await actions.ask({ ...input, leave: true });
  await vi.advanceTimersByTimeAsync(60_000);
  await actions.ask(input);
  const [first, again, later] = api.ask.mock.calls.map(([{ clientId }]) => clientId);
  expect(again).toBe(first);
  expect(later).not.toBe(first);
  expect(onAsked).toHaveBeenCalledTimes(2);
});

it("does not look for a question that was refused", async () => {
  const { api, session, actions } = panel();
  api.ask.mockRejectedValueOnce(new ApiError("INVALID_INPUT"));
  await expect(actions.ask(input)).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.read).not.toHaveBeenCalled();
});
