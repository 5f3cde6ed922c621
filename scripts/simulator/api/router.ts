/** Routes: a verb, a path pattern, who may call it and the function that answers. */
import type { Caller } from "./auth.ts";
import type { Answer, ErrorShape } from "./envelope.ts";
import type { JsonObject } from "./json.ts";
import type { Query } from "./query.ts";
import type { LocationData, Permissions } from "./salon-data.ts";
import type { World } from "./world.ts";

/** An HTTP verb the simulator knows. */
export type Verb = "GET" | "POST" | "PUT" | "DELETE";

/** A request after the common checks. `body` is `{}` when the verb carries none. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly query: Query;
  readonly body: JsonObject;
  /** A segment of the path by its name in the pattern; "" when there is no such segment. */
  readonly param: (name: string) => string;
}

/** A call to a path that names a location. */
export interface LocationCall extends Call {
  readonly location: LocationData;
}

/** A call with partner and user token to a location in which the user has rights. */
export interface UserCall extends LocationCall {
  readonly permissions: Permissions;
}

interface RouteBase {
  readonly verb: Verb;
  readonly pattern: string;
  /** Status when the location's licence ended; absent = the call works all the same. */
  readonly licence?: 402 | 403;
  readonly errorShape?: ErrorShape;
}

/** A route with a partner token and no location in its path. */
interface PartnerRoute extends RouteBase {
  readonly access: "partner";
  readonly handle: (call: Call) => Answer;
}

/** A route with a partner token; its pattern has `{loc}`. */
interface LocationRoute extends RouteBase {
  readonly access: "location";
  readonly handle: (call: LocationCall) => Answer;
}

/** A route with partner and user token; its pattern has `{loc}`. */
interface UserRoute extends RouteBase {
  readonly access: "user";
  readonly handle: (call: UserCall) => Answer;
}

/** Any route. */
export type Route = PartnerRoute | LocationRoute | UserRoute;

/** What a path leads to: a route with its segments, a known path with another verb, or nothing. */
export type Match =
  | {
      readonly kind: "route";
      readonly route: Route;
      readonly params: { readonly [name: string]: string };
    }
  | { readonly kind: "wrong-verb" }
  | { readonly kind: "unknown" };

/** Finds the route of a request. One trailing slash is ignored. */
export function matchRoute(routes: readonly Route[], verb: string, path: string): Match {
  const matches = routes.flatMap((route) => {
    const params = matchPattern(route.pattern, path);
    return params === null ? [] : [{ route, params }];
  });
  const found = matches.find((match) => match.route.verb === verb);
  if (found !== undefined) {
    return { kind: "route", ...found };
  }
  return matches.length > 0 ? { kind: "wrong-verb" } : { kind: "unknown" };
}

function matchPattern(pattern: string, path: string): { [name: string]: string } | null {
  const wanted = pattern.split("/");
  const given = path.replace(/(?<=.)\/$/, "").split("/");
  if (wanted.length !== given.length) {
    return null;
  }
  const params: { [name: string]: string } = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{")) {
      params[segment.slice(1, -1)] = decodeSegment(value);
    } else if (segment !== value) {
      return null;
    }
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path segment as a positive whole number; null otherwise. */
export function idParam(call: Call, name: string): number | null {
  const text = call.param(name);
  return /^\d+$/.test(text) ? Number(text) : null;
}
