/** What a request is answered by. */
import type { LocalBuilder } from "../local-builder.ts";
import type { Fields } from "./fields.ts";

/** A request as its handler sees it. */
export interface Call {
  readonly builder: LocalBuilder;
  /** A part of the path by the name it has in the route. */
  param(name: string): string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The JSON body. @throws Refusal when it is none */
  json(): unknown;
  /** The JSON body as an object. @throws Refusal when it is none */
  fields(): Fields;
  /** The body as it came. */
  readonly bytes: Uint8Array;
}

/** An answer: 200 with JSON when it is anything else than this. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string;

  /** @param body bytes as they are, undefined for none, anything else as JSON */
  constructor(status: number, body: unknown = undefined, contentType = "application/json") {
    this.status = status;
    this.body = body;
    this.contentType = contentType;
  }

  /** 201. */
  static created(body?: unknown): Reply {
    return new Reply(201, body);
  }
}

/** One entry of the API. */
export interface Route {
  /** `GET /api/v1/designer/flows/:id`. */
  readonly at: string;
  /** Needs no token. */
  readonly open?: true;
  /** Changes nothing, whatever its method says. */
  readonly reads?: true;
  readonly handle: (call: Call) => unknown;
}

/** A route that fits a request, with the parts of its path. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The first route for a method and a path; null when there is none. */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | null {
  for (const route of routes) {
    const [wantedMethod, pattern = ""] = route.at.split(" ");
    const params = wantedMethod === method ? matchPath(pattern, path) : null;
    if (params !== null) {
      return { route, params };
    }
  }
  return null;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  const params: Record<string, string> = {};
  const fits = wanted.every((part, index) => {
    const text = given[index] ?? "";
    if (!part.startsWith(":")) {
      return part === text;
    }
    const value = decoded(text);
    params[part.slice(1)] = value;
    return value !== "";
  });
  return fits && wanted.length === given.length ? params : null;
}

/** "" for what nothing can be called. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
