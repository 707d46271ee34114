import { describe, expect, it } from "vitest";
import { mount } from "./testing/mount";
import { connectRaw, refusal } from "./testing/raw-client";

const ada = { user_id: "ada", user_info: { name: "Ada" } };
const bob = { user_id: "bob" };

describe("presence", () => {
  it("tells who is there, and the others of each first and last socket", async () => {
    const mounted = await mount();
    const [first, second, third] = [
      await connectRaw(mounted),
      await connectRaw(mounted),
      await connectRaw(mounted),
    ];
    const alone = { presence: { ids: ["ada"], hash: { ada: { name: "Ada" } }, count: 1 } };
    expect(JSON.parse(String((await first.subscribe("presence-a", ada)).data))).toEqual(alone);
    expect(JSON.parse(String((await second.subscribe("presence-a", ada)).data))).toEqual(alone);
    expect(await first.settle()).toEqual([]);

    const both = JSON.parse(String((await third.subscribe("presence-a", bob)).data));
    expect(both.presence).toEqual({
      ids: ["ada", "bob"],
      hash: { ada: { name: "Ada" }, bob: null },
      count: 2,
    });
    const added = await first.next("pusher_internal:member_added");
    expect(added.channel).toBe("presence-a");
    expect(JSON.parse(String(added.data))).toEqual({ user_id: "bob", user_info: null });
    expect(await third.settle()).toEqual([]);

    second.socket.terminate();
    await second.closed;
    first.send("pusher:unsubscribe", { channel: "presence-a" });
    const removed = await third.next("pusher_internal:member_removed");
    expect(JSON.parse(String(removed.data))).toEqual({ user_id: "ada" });
    expect(await third.settle()).toEqual([]);
    expect(await first.settle()).toEqual([]);
  });

  it("needs channel_data with a user_id that keeps to its bounds", async () => {
    const client = await connectRaw(await mount());
    const wrong = [
      {},
      { user_id: "" },
      { user_id: "x".repeat(129) },
      { user_id: "x", user_info: "y".repeat(1100) },
    ];
    for (const member of [undefined, [], ...wrong]) {
      const data = { channel: "presence-a", ...client.authFor("presence-a", member) };
      expect(await refusal(client, data)).toMatchObject({ type: "InvalidMember", status: 400 });
    }
  });

  it("does not let one socket be two people, nor count it twice", async () => {
    const mounted = await mount();
    const [client, other] = [await connectRaw(mounted), await connectRaw(mounted)];
    await other.subscribe("presence-a", bob);
    await client.subscribe("presence-a", ada);
    const asBob = { channel: "presence-a", ...client.authFor("presence-a", bob) };
    expect(await refusal(client, asBob)).toMatchObject({ type: "InvalidMember", status: 409 });
    const again = await client.subscribe("presence-a", ada);
    expect(JSON.parse(String(again.data)).presence.ids).toEqual(["bob", "ada"]);
    client.send("pusher:unsubscribe", { channel: "presence-a" });
    await other.next("pusher_internal:member_removed");
  });

  it("has room for so many people, and for more sockets of theirs", async () => {
    const mounted = await mount({ limits: { maxPresenceMembers: 1 } });
    const [first, second] = [await connectRaw(mounted), await connectRaw(mounted)];
    await first.subscribe("presence-a", ada);
    const asBob = { channel: "presence-a", ...second.authFor("presence-a", bob) };
    expect(await refusal(second, asBob)).toMatchObject({ type: "LimitReached" });
    await second.subscribe("presence-a", ada);
  });
});
