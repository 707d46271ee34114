import { beforeEach, expect, it } from "vitest";
import { api } from "@/lib/api/app";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor } from "@/lib/server/testing/world";

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
});

it("mails a visitor his conversation three times an hour", async () => {
  const brand = await makeBrand();
  const visitor = await makeVisitor(brand);
  const chat = await makeChat(brand, visitor, await makeMember(brand));
  const send = (token: string) =>
    api.request(`/api/visitor/chats/${chat.id}/mail`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ email: "marie@example.com", keep: false }),
    });
  const statuses = [];
  for (let time = 0; time < 4; time += 1) statuses.push((await send(visitor.token)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await send("nobody")).status).toBe(401);
  expect((await send((await makeVisitor(brand)).token)).status).toBe(404);
});
