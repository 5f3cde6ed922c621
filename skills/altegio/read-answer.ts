/** Reads the envelope of any answer of Altegio, whatever shape it comes in. */
import { asInteger, asList, asText, parseJson, property } from "#sdk";
import type { HttpResult, JsonValue } from "#sdk";
import type { ProblemKind } from "../domain/problem.ts";
import { isAboutVisit, kindOfCode, kindOfMessage, kindOfStatus } from "./problem-kind.ts";

/** An answer: `data` when `problem` is "none", the reason otherwise. */
export interface Answer {
  readonly ok: boolean;
  readonly data: JsonValue;
  readonly problem: ProblemKind;
  /** The HTTP status, 0 when no answer arrived. */
  readonly status: number;
}

/**
 * Reads an answer. A success is a 204, or a 2xx whose body is JSON that does not say `success: false`
 * (docs/altegio-api.md, "Envelopes"). Bodies without the envelope are taken as the data. Any other success without
 * a body says nothing: its answer was lost on the way.
 */
export function readAnswer(result: HttpResult): Answer {
  const status = result.status;
  const good = status >= 200 && status < 300;
  if (good && ["", "null"].includes(result.body.trim())) {
    return status === 204
      ? { ok: true, data: null, problem: "none", status }
      : { ok: false, data: null, problem: "transport", status };
  }
  const parsed = parseJson(result.body);
  const body = parsed.value;
  const success = property(body, "success");
  const denied =
    typeof success === "boolean" ? !success : ["0", "false"].includes(asText(success).toLowerCase());
  const refused = denied || (success === null && property(body, "errors") !== null);
  if (!parsed.ok || !good || refused) {
    const problem = parsed.ok ? problemOf(status, body) : problemWithoutJson(result);
    return { ok: false, data: null, problem, status };
  }
  return { ok: true, data: property(body, "data") ?? unwrapped(body), problem: "none", status };
}

/**
 * True when a write may have been carried out by its answer: a success, or none to rely on. A 403 that is no JSON comes
 * from the guard in front of Altegio: the request never got through.
 */
export function mayHaveArrived(answer: Answer): boolean {
  return answer.ok || (answer.problem === "transport" && answer.status !== 403);
}

/** True when Altegio has said no, not merely failed to answer or asked for patience. */
export function isRefusal(answer: Answer): boolean {
  return !answer.ok && answer.problem !== "transport" && answer.problem !== "rate";
}

/** The body itself, unless it is an envelope that carries no data. */
function unwrapped(body: JsonValue): JsonValue {
  return property(body, "success") === null ? body : null;
}

/**
 * HTML and truncated bodies come from something in between, not from Altegio
 * (docs/altegio-api.md, "Access refused").
 */
function problemWithoutJson(result: HttpResult): ProblemKind {
  const { status, body } = result;
  return body.trim() === "" || [401, 402, 429].includes(status) ? kindOfStatus(status) : "transport";
}

/**
 * The reason of a refusal, in the order that is dependable (docs/altegio-api.md, "Refusal codes"): the codes of
 * `meta.errors`, the code of `errors`, the texts, the HTTP status.
 */
function problemOf(status: number, body: JsonValue): ProblemKind {
  const meta = property(body, "meta");
  const errors = property(body, "errors");
  const listed = asList(property(meta, "errors"));
  const texts = `${asText(property(meta, "message"))} ${asText(property(errors, "message"))} ${listed
    .map((entry) => asText(property(entry, "message")))
    .join(" ")}`.toLowerCase();
  for (const entry of [...listed, ...asList(errors), errors]) {
    const kind = kindOfCode(asInteger(asText(property(entry, "code"))));
    if (kind !== "none") {
      return kind;
    }
  }
  const told = kindOfMessage(texts);
  if (told !== "none") {
    return told;
  }
  // A refusal under a 2xx names its status in the body, if at all.
  const code = asInteger(asText(property(errors, "code")));
  const meant = status < 200 || status >= 300 ? status : code >= 400 ? code : 200;
  return isAboutVisit(meant, texts) ? "not_bookable" : kindOfStatus(meant);
}
