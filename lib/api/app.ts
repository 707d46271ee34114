import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { routePath } from "hono/route";
import { errorStatus, isAppError } from "@/lib/domain/error";
import { isCheckViolation } from "@/lib/server/database";
import { log, logRequest } from "@/lib/server/log";
import { answerRoutes } from "./answer";
import { applicationRoutes } from "./application";
import { attachmentRoutes } from "./attachment";
import { auditRoutes } from "./audit";
import { badgeRoutes } from "./badge";
import { boardRoutes } from "./board";
import { brandRoutes } from "./brand";
import { campaignRoutes } from "./campaign";
import { candidateRoutes } from "./candidate";
import { candidateImportRoutes } from "./candidate-import";
import { cannedReplyRoutes } from "./canned-reply";
import { coachingRoutes } from "./coaching";
import type { Env } from "./context";
import { conversationRoutes } from "./conversation";
import { demoRoutes } from "./demo";
import { deskRoutes } from "./desk";
import { deskChatRoutes } from "./desk-chat";
import { flagRoutes } from "./flag";
import { habitRoutes } from "./habit";
import { healthRoutes } from "./health";
import { invitationRoutes } from "./invitation";
import { leavingRoutes } from "./leaving";
import { letterRoutes } from "./letter";
import { moderationRoutes } from "./moderation";
import { offerRoutes } from "./offer";
import { openBadgeRoutes } from "./open-badge";
import { describeApi } from "./openapi";
import { ownershipRoutes } from "./ownership";
import { peopleRoutes } from "./people";
import { profileRoutes } from "./profile";
import { pushRoutes } from "./push";
import { questionRoutes } from "./question";
import { realtimeRoutes } from "./realtime";
import { receiptRoutes } from "./receipt";
import { recognitionRoutes } from "./recognition";
import { reviewRoutes } from "./review";
import { roomRoutes } from "./room";
import { setupRoutes } from "./setup";
import { siteRoutes } from "./site";
import { siteSettingsRoutes } from "./site-settings";
import { thanksReturnRoutes } from "./thanks-return";
import { topicRoutes } from "./topic";
import { trainingRoutes } from "./training";
import { tryoutRoutes } from "./tryout";
import { visitorRoutes } from "./visitor";
import { visitorChatRoutes } from "./visitor-chat";
import { visitorRecordRoutes } from "./visitor-record";
import { volunteerRoutes } from "./volunteers";

const app = new OpenAPIHono<Env>().basePath("/api");

app.use(async (c, next) => {
  const requestId = randomUUID();
  const startedAt = performance.now();
  c.set("requestId", requestId);
  await next();
  c.header("X-Request-Id", requestId);
  const route = routePath(c, -1);
  logRequest({
    requestId,
    method: c.req.method,
    route,
    status: c.res.status,
    ms: performance.now() - startedAt,
    often: route === "/api/health",
  });
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
});

app.onError((error, c) => {
  if (isAppError(error)) {
    const { retryAfterSeconds } = error.params;
    if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
    return c.json({ error: { code: error.code, params: error.params } }, errorStatus[error.code]);
  }
  if (isCheckViolation(error, "visitor_erased")) {
    // He was erased while this was on its way.
    const code = c.var.visitor ? "SIGNED_OUT" : "NOT_FOUND";
    return c.json({ error: { code, params: {} } }, errorStatus[code]);
  }
  // Hono's own refusals (a body that is not JSON) carry their status; anything else is our fault.
  const status = (error as { status?: unknown }).status;
  if (typeof status === "number" && status >= 400 && status < 500) {
    return c.json({ error: { code: "INVALID_INPUT", params: { field: "", problem: error.message } } }, 400);
  }
  log.error({ requestId: c.var.requestId, route: routePath(c, -1), error }, "request failed");
  return c.json({ error: { code: "INTERNAL", params: { requestId: c.var.requestId } } }, 500);
});

app.notFound((c) => c.json({ error: { code: "NOT_FOUND", params: {} } }, errorStatus.NOT_FOUND));

/** The whole API. Chained, so that the browser's client knows every route's types. */
export const api = app
  .route("/", healthRoutes)
  .route("/", siteRoutes)
  .route("/", visitorRoutes)
  .route("/", questionRoutes)
  .route("/", visitorChatRoutes)
  .route("/", visitorRecordRoutes)
  .route("/", answerRoutes)
  .route("/", thanksReturnRoutes)
  .route("/", letterRoutes)
  .route("/", attachmentRoutes)
  .route("/", offerRoutes)
  .route("/", deskRoutes)
  .route("/", deskChatRoutes)
  .route("/", boardRoutes)
  .route("/", flagRoutes)
  .route("/", moderationRoutes)
  .route("/", cannedReplyRoutes)
  .route("/", conversationRoutes)
  .route("/", peopleRoutes)
  .route("/", invitationRoutes)
  .route("/", applicationRoutes)
  .route("/", candidateRoutes)
  .route("/", campaignRoutes)
  .route("/", candidateImportRoutes)
  .route("/", profileRoutes)
  .route("/", habitRoutes)
  .route("/", pushRoutes)
  .route("/", ownershipRoutes)
  .route("/", recognitionRoutes)
  .route("/", openBadgeRoutes)
  .route("/", badgeRoutes)
  .route("/", reviewRoutes)
  .route("/", setupRoutes)
  .route("/", brandRoutes)
  .route("/", siteSettingsRoutes)
  .route("/", topicRoutes)
  .route("/", tryoutRoutes)
  .route("/", auditRoutes)
  .route("/", receiptRoutes)
  .route("/", trainingRoutes)
  .route("/", coachingRoutes)
  .route("/", roomRoutes)
  .route("/", volunteerRoutes)
  .route("/", leavingRoutes)
  .route("/", realtimeRoutes)
  .route("/", demoRoutes);

describeApi(api);

export type Api = typeof api;
