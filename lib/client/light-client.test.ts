import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { apiClient } from "@/lib/client/api";
import { lightClient } from "@/lib/client/light-client";

const calls: { method: string; url: string; headers: Record<string, string>; body: string }[] = [];

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const request = new Request(new URL(input, "http://ours.example"), init);
    const { authorization = "", "content-type": type = "" } = Object.fromEntries(request.headers);
    calls.push({
      method: request.method,
      url: request.url,
      headers: { authorization, type },
      body: await request.text(),
    });
    return Response.json({});
  });
});
afterEach(() => vi.unstubAllGlobals());

it("asks exactly what Hono's client asks", async () => {
  const headers = () => ({ Authorization: "Bearer abc" });
  for (const { api } of [apiClient({ headers }), lightClient(headers)]) {
    const chat = api.visitor.chats[":chatId"];
    await api.sites[":key"].$get({ param: { key: "demo" }, query: { lang: "fr" } });
    await api.visitor.beat.$post();
    await chat.messages.$get({ param: { chatId: "c1" }, query: { after: "7" } });
    await chat.messages.$post({
      param: { chatId: "c1" },
      json: { clientId: "12345678", body: "Née à 10 €?" },
    });
    await chat.handover.$delete({ param: { chatId: "c1" } });
    await api.visitor.context.$patch({ json: { product: null } });
  }
  expect(calls).toHaveLength(12);
  expect(calls.slice(6)).toEqual(calls.slice(0, 6));
});

it("escapes what stands in the path", async () => {
  await lightClient(() => ({})).api.sites[":key"].$get({ param: { key: "a/b?c" }, query: { lang: "en" } });
  expect(calls[0]?.url).toBe("http://ours.example/api/sites/a%2Fb%3Fc?lang=en");
});
