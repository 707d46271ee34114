import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { CheckRecord, RecordCheck } from "@/lib/domain/recognition/open-badge-schema";
import { Id, Slug } from "@/lib/domain/schema";
import { spend } from "@/lib/server/account/rate-limit";
import { now } from "@/lib/server/clock";
import { checkRecord } from "@/lib/server/recognition/check-record";
import { readAchievement, readIssuer, readRevocations } from "@/lib/server/recognition/read-issuer";
import { recordKey } from "@/lib/server/recognition/record-key";
import { signRecord } from "@/lib/server/recognition/sign-record";
import { asAnybody, asMember, replies, takes } from "./declare";
import { clientIp } from "./limit";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const key = z.string().regex(/^[\w-]{1,100}$/);
/** Documents of other people's formats; their readers know the fields. */
const Document = z.record(z.string(), z.unknown());

const take = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/records/{recordId}",
  summary: "Take the record of one's own award: an Open Badges 3.0 credential as a signed JWT",
  ...asMember("desk"),
  request: { params: ofBrand.extend({ recordId: Id }) },
  responses: {
    200: { description: "The record", content: { "application/jwt": { schema: z.string() } } },
  },
});

const keys = createRoute({
  method: "get",
  path: "/open-badges/keys",
  summary: "The keys by which records of badges can be checked (RFC 7517)",
  ...asAnybody(),
  responses: replies(z.object({ keys: z.array(Document) })),
});

const oneKey = createRoute({
  method: "get",
  path: "/open-badges/keys/{key}",
  summary: "A key by which records of badges can be checked, as records name it",
  ...asAnybody(),
  request: { params: z.object({ key }) },
  responses: replies(Document),
});

const issuer = createRoute({
  method: "get",
  path: "/open-badges/{brand}",
  summary: "Who writes a brand's records of badges: a profile of Open Badges 3.0",
  ...asAnybody(),
  request: { params: ofBrand },
  responses: replies(Document),
});

const badge = createRoute({
  method: "get",
  path: "/open-badges/{brand}/badges/{key}",
  summary: "A brand's badge: an achievement of Open Badges 3.0",
  ...asAnybody(),
  request: { params: ofBrand.extend({ key }) },
  responses: replies(Document),
});

const revocations = createRoute({
  method: "get",
  path: "/open-badges/{brand}/revocations",
  summary: "Which of a brand's records of badges were taken back",
  ...asAnybody(),
  request: { params: ofBrand },
  responses: replies(Document),
});

const check = createRoute({
  method: "post",
  path: "/open-badges/{brand}/check",
  summary: "Whether a brand wrote a record of a badge, and whether it still holds",
  ...asAnybody(),
  request: { params: ofBrand, body: takes(CheckRecord) },
  responses: replies(RecordCheck),
});

export const openBadgeRoutes = router()
  .openapi(take, async (c) => {
    const { member } = c.var;
    const { record, fileName } = await signRecord({ member, awardId: c.req.valid("param").recordId });
    return c.body(record, 200, {
      "Content-Type": "application/jwt",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    });
  })
  .openapi(keys, async (c) => c.json({ keys: [{ ...(await recordKey()).jwk }] }, 200))
  .openapi(oneKey, async (c) => {
    const { jwk } = await recordKey();
    if (c.req.valid("param").key !== jwk.kid) throw new AppError("NOT_FOUND");
    return c.json({ ...jwk }, 200);
  })
  .openapi(issuer, async (c) => c.json(await readIssuer({ brandSlug: c.req.valid("param").brand }), 200))
  .openapi(badge, async (c) => {
    const { brand: brandSlug, key: badgeKey } = c.req.valid("param");
    return c.json(await readAchievement({ brandSlug, key: badgeKey }), 200);
  })
  .openapi(revocations, async (c) =>
    c.json(await readRevocations({ brandSlug: c.req.valid("param").brand }), 200),
  )
  .openapi(check, async (c) => {
    await spend({ kind: "reply", person: null, ip: clientIp(c) });
    const { brand: brandSlug } = c.req.valid("param");
    return c.json(
      RecordCheck.parse(await checkRecord({ brandSlug, ...c.req.valid("json"), now: now() })),
      200,
    );
  });
