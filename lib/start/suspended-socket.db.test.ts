import { expect, it, onTestFinished } from "vitest";
import { mount } from "@/lib/channels/testing/mount";
import { browserLibrary, nextEvent, serverLibrary } from "@/lib/channels/testing/pusher-clients";
import { channels } from "@/lib/domain/channel";
import { authoriseChannels } from "@/lib/server/event/authorise-channels";
import { signInSocket } from "@/lib/server/event/sign-in-socket";
import { suspendMember } from "@/lib/server/moderation/suspend-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember, morning } from "@/lib/server/testing/world";

it("closes the sockets of whoever is suspended, and hands him no channel any more", async () => {
  await resetDatabase();
  const mounted = await mount();
  const shared = globalThis as { entraidePusher?: unknown };
  shared.entraidePusher = serverLibrary(mounted);
  onTestFinished(() => {
    delete shared.entraidePusher;
  });
  const brand = await makeBrand();
  const manager = await makeMember(brand, { role: "manager" });
  const agent = await makeMember(brand, { role: "agent" });
  const channel = channels.brand(brand.id);
  const screenOf = async (member: typeof agent) => {
    const screen = browserLibrary(mounted, member.id, {
      userAuthentication: {
        transport: "ajax",
        endpoint: "",
        customHandler: ({ socketId }, callback) =>
          callback(null, signInSocket({ memberId: member.id, socketId })),
      },
      channelAuthorization: {
        transport: "ajax",
        endpoint: "",
        customHandler: ({ socketId, channelName }, callback) => {
          const { userId } = member;
          authoriseChannels({ socketId, channels: [channelName], userId, now: morning }).then(
            ({ auths }) => callback(null, { auth: auths[channelName] ?? "" }),
            (error: Error) => callback(error, null),
          );
        },
      },
    });
    screen.signin();
    const signedIn = nextEvent(screen, "pusher:signin_success");
    const subscribed = nextEvent(screen.subscribe(channel), "pusher:subscription_succeeded");
    await Promise.all([signedIn, subscribed]);
    return screen;
  };
  const [his] = await Promise.all([screenOf(agent), screenOf(manager)]);
  expect(mounted.channels.connectionCount()).toBe(2);
  const gone = nextEvent(his.connection, "disconnected");
  await suspendMember({ member: manager, memberId: agent.id, now: morning });
  await gone;
  expect(mounted.channels.connectionCount()).toBe(1);
  const again = authoriseChannels({
    socketId: "1.2",
    channels: [channel],
    userId: agent.userId,
    now: morning,
  });
  await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
});
