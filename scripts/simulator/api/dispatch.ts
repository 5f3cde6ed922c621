/** From a parsed request to a rendered answer: every check that is common to the routes, in Altegio's order. */
import { authenticate, permissionsIn } from "./auth.ts";
import { acceptsV2, renderAnswer, renderRefusal, type Answer, type Rendered } from "./envelope.ts";
import { badFormat, licenceExpired, methodNotAllowed, notFound, Refusal } from "./errors.ts";
import { isObject, parseJson, type JsonObject } from "./json.ts";
import { Query } from "./query.ts";
import { matchRoute, type Match, type Route } from "./router.ts";
import { ROUTES } from "./routes/index.ts";
import type { LocationData } from "./salon-data.ts";
import { findLocation, type World } from "./world.ts";

/** An HTTP request, headers by lower-case name. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** The query string without its question mark. */
  readonly search: string;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: string;
}

/** Answers a request. Never throws for anything a client may send. */
export function dispatch(world: World, request: WireRequest): Rendered {
  const v2 = acceptsV2(request.headers["accept"]);
  const match = matchRoute(ROUTES, request.method, request.path);
  const shape = match.kind === "route" ? (match.route.errorShape ?? "envelope") : "envelope";
  try {
    return renderAnswer(run(world, request, match), v2, world.quirks);
  } catch (error) {
    if (error instanceof Refusal) {
      return renderRefusal(error, v2, shape, world.quirks);
    }
    throw error;
  }
}

function run(world: World, request: WireRequest, match: Match): Answer {
  if (match.kind === "unknown") {
    throw notFound();
  }
  if (match.kind === "wrong-verb") {
    throw methodNotAllowed();
  }
  const { route, params } = match;
  const caller = authenticate(request.headers["authorization"], world.salon);
  if (route.pattern.startsWith("/api/")) {
    demandJsonType(request);
  }
  const param = (name: string): string => params[name] ?? "";
  const call = { world, caller, query: new Query(request.search), param };
  if (route.access === "partner") {
    return route.handle({ ...call, body: readBody(request) });
  }
  const location = locationOf(world, param("loc"));
  // A missing right is reported before an ended licence and before anything about the body.
  const permissions = route.access === "user" ? permissionsIn(caller, location, request.path) : null;
  demandLicence(route, location);
  const full = { ...call, location, body: readBody(request) };
  if (route.access === "location") {
    return route.handle(full);
  }
  return route.handle({ ...full, permissions: permissions ?? {} });
}

// The documentation marks `Content-Type: application/json` as required even on GET
// (docs/altegio-api.md, "Headers and tokens").
function demandJsonType(request: WireRequest): void {
  const [type = ""] = (request.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") {
    throw badFormat();
  }
}

function readBody(request: WireRequest): JsonObject {
  if (request.method !== "POST" && request.method !== "PUT") {
    return {};
  }
  const body = parseJson(request.body);
  if (!isObject(body)) {
    throw badFormat();
  }
  return body;
}

function locationOf(world: World, text: string): LocationData {
  const location = /^\d+$/.test(text) ? findLocation(world, Number(text)) : undefined;
  if (location === undefined) {
    throw notFound();
  }
  return location;
}

function demandLicence(route: Route, location: LocationData): void {
  if (route.licence !== undefined && !location.licenceActive) {
    throw licenceExpired(route.licence, location.id);
  }
}
