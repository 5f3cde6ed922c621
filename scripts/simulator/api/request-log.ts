/** What the simulator remembers of the requests it got. Tokens are never kept. */
import { authorizationForm, type AuthorizationForm } from "./auth.ts";
import type { WireRequest } from "./dispatch.ts";
import type { Fault } from "./faults.ts";
import { parseJson, type Json } from "./json.ts";
import { Query } from "./query.ts";
import type { SalonData } from "./salon-data.ts";

/** One request. Where a token stood, `[redacted]` stands. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Query parameters in order of arrival, decoded. */
  readonly query: readonly (readonly [string, string])[];
  /** What the Authorization header looked like; its text is not kept. */
  readonly authorization: AuthorizationForm;
  /** Status of the answer; null when none was sent (time-out, reset). */
  readonly status: number | null;
  /** The body: parsed when it is JSON, its text when it is not, null when there was none. */
  readonly body: Json;
  /** The planned fault the request met. */
  readonly fault: Fault["kind"] | null;
}

/** The log entry of a request, without any known token and without those it sent itself. */
export function recordRequest(
  salon: SalonData,
  request: WireRequest,
  outcome: { readonly status: number | null; readonly fault: Fault["kind"] | null },
): RecordedRequest {
  const header = request.headers["authorization"];
  const sent = (header ?? "").split(/[\s,]+/).filter((word) => word !== "Bearer" && word !== "User");
  const known = [...salon.partners, ...salon.users].map((account) => account.token);
  const redact = (text: string): string =>
    [...known, ...sent].reduce(
      (rest, token) => (token.length < 8 ? rest : rest.replaceAll(token, "[redacted]")),
      text,
    );
  const body = redact(request.body);
  return {
    method: request.method,
    path: redact(request.path),
    query: new Query(request.search).entries().map(([name, value]) => [redact(name), redact(value)] as const),
    authorization: authorizationForm(header),
    status: outcome.status,
    body: body === "" ? null : (parseJson(body) ?? body),
    fault: outcome.fault,
  };
}
