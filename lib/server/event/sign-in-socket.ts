import { pusher } from "./publish";

/** What a screen shows the realtime server so that its socket counts as this member's; see `endConnections`. */
export function signInSocket({ memberId, socketId }: { memberId: string; socketId: string }): {
  auth: string;
  user_data: string;
} {
  const { auth, user_data } = pusher().authenticateUser(socketId, { id: memberId });
  return { auth, user_data };
}
