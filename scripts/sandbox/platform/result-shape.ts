/**
 * How the answer to `send_request` comes back as an event. Public documentation leaves it open
 * (docs/platform.md, "Arguments of an HTTP result"), so that every candidate can be played.
 */
import type { HttpOutcome } from "./http.ts";
import { parsedIfJson } from "./parsed-if-json.ts";

/** One way the platform may deliver an HTTP answer. */
export interface ResultShape {
  /** Argument that holds the body. */
  readonly bodyArgument: string;
  /** Argument that holds the status code. */
  readonly statusArgument: string;
  /** `object`: a body that is JSON arrives parsed. */
  readonly body: "text" | "object";
  readonly status: "text" | "number";
  /** Events an answer fires, in order; usually one. */
  readonly events: readonly string[];
  /** Events an answer with status 400 or more fires. */
  readonly errorEvents: readonly string[];
  /** What `GetAct` gives when one field is asked: an object with the field, or its bare value. */
  readonly act: "object" | "value";
}

/** The likeliest form: `output` and `code` as text, every HTTP answer a `result_success`. */
export const defaultResultShape: ResultShape = {
  bodyArgument: "output",
  statusArgument: "code",
  body: "text",
  status: "text",
  events: ["result_success"],
  errorEvents: ["result_success"],
  act: "object",
};

/**
 * Shapes that together use every candidate at least once: each name, each form, each event.
 *
 * @param names the candidate argument names, as the module reads them
 */
export function resultShapes(names: {
  readonly body: readonly string[];
  readonly status: readonly string[];
}): ResultShape[] {
  const changes: Partial<ResultShape>[] = [
    ...names.body.map((bodyArgument) => ({ bodyArgument })),
    ...names.status.map((statusArgument) => ({ statusArgument })),
    { body: "object" },
    { status: "number" },
    { body: "object", status: "number" },
    { errorEvents: ["result_error"] },
    { events: ["magic_http_response"], errorEvents: ["magic_http_response"] },
    {
      events: ["result_success", "magic_http_response"],
      errorEvents: ["magic_http_response", "result_success"],
    },
    { act: "value" },
  ];
  const shapes = changes.map((change) => ({ ...defaultResultShape, ...change }));
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}

/** An event that carries a result: its name and arguments. */
export interface ResultEvent {
  readonly idn: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** The events a request's outcome fires. No answer at all is one `result_error` without a code. */
export function shapeResult(outcome: HttpOutcome, shape: ResultShape): ResultEvent[] {
  if (outcome.kind === "failure") {
    return [{ idn: "result_error", arguments: { [shape.bodyArgument]: outcome.reason } }];
  }
  const args = {
    [shape.bodyArgument]: shape.body === "object" ? parsedIfJson(outcome.body) : outcome.body,
    [shape.statusArgument]: shape.status === "number" ? outcome.status : String(outcome.status),
  };
  const idns = outcome.status >= 400 ? shape.errorEvents : shape.events;
  return idns.map((idn) => ({ idn, arguments: args }));
}
