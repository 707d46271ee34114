import { handle } from "hono/vercel";
import { api } from "@/lib/api/app";

// The API again, for development (edits reload) and for places without our own server in front.
const answer = handle(api);

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
