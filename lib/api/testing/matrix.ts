import { api } from "@/lib/api/app";
import { type Role, roles } from "@/lib/domain/member/role";
import { can, type Scope } from "@/lib/domain/permission/permission";
import type { Ids, MatrixWorld } from "./matrix-world";
import { sampleBody } from "./sample-body";

type Schema = Parameters<typeof sampleBody>[0];
/** A route as the API describes it. */
export type Route = {
  name: string;
  method: string;
  path: string;
  params: string[];
  /** `visitor`, `session` with a scope or none, or nobody in particular. */
  security: Record<string, string[]>[] | undefined;
  json: Schema | null;
  isUpload: boolean;
  query: string[];
};
type Described = {
  security?: Record<string, string[]>[];
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** Every route of the API, from its description. */
async function listRoutes(): Promise<Route[]> {
  const { paths } = (await (await api.request("/api/openapi.json")).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security, parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
      security,
      json: requestBody?.content["application/json"]?.schema ?? null,
      isUpload: requestBody?.content["multipart/form-data"] !== undefined,
      query: parameters
        .filter(({ in: place, required }) => place === "query" && required)
        .map(({ name }) => name),
    })),
  );
}

/** A picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const routes = await listRoutes();
export const scopeOf = (route: Route) => route.security?.[0]?.session?.[0] as Scope | undefined;
export const isMembers = (route: Route) => scopeOf(route) !== undefined;
export const isVisitors = (route: Route) => route.security?.[0]?.visitor !== undefined;
export const isUsers = (route: Route) => route.security?.[0]?.session !== undefined && !isMembers(route);
export const least = (scope: Scope): Role => roles.find((role) => can(role, scope)) ?? "admin";

/** What the fields of bodies are filled with where their names are ids. */
export function bodyIds(route: Route, ids: Ids): Record<string, unknown> {
  return {
    ...ids,
    messageId: isVisitors(route) ? ids.replyMessageId : ids.messageId,
    flagIds: [ids.flagId],
    decision: { kind: "dismiss" },
    names: { en: "Sample", fr: "Exemple" },
    socketId: "123.456",
    channels: [ids.channel ?? "no-such-channel"],
    siteKey: "no-such-site",
  };
}

/** The address of a route with these ids. Throws for a parameter that has no fixture yet. */
export function addressOf(route: Route, ids: Ids): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined)
      throw new Error(`${route.name}: add a fixture for {${name}} to lib/api/testing/matrix-world.ts`);
    return id;
  });
  const query = route.query.map((name) => `${name}=${name === "version" ? 1 : "x"}`).join("&");
  return query ? `${path}?${query}` : path;
}

/** Calls a route as its description says: with a body that it takes. */
export async function call(route: Route, headers: Record<string, string>, ids: Ids) {
  const { "content-type": _, ...plain } = headers;
  const form = new FormData();
  form.set("file", new File([pixel], "pixel.png", { type: "image/png" }));
  const sent = route.isUpload
    ? { headers: plain, body: form }
    : route.json
      ? { headers, body: JSON.stringify(sampleBody(route.json, bodyIds(route, ids))) }
      : { headers };
  const answer = await api.request(addressOf(route, ids), { method: route.method, ...sent });
  return { status: answer.status, text: await answer.text() };
}

/** The ids that are right for a caller of this route. */
export function idsFor(
  world: MatrixWorld,
  route: Route,
  whose: keyof MatrixWorld["belongings"],
  side: "own" | "foreign" = "own",
): Ids {
  const { ids } = world.belongings[whose];
  const special = Object.entries(world[side].special).find(([ending]) => route.path.endsWith(ending))?.[1];
  return { ...ids, ...special };
}
