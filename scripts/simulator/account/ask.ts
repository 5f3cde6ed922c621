/** Asks Altegio as the module does, outside of it. */
import { parseJson } from "../../sdk/index.ts";
import type { JsonValue, SkillContext } from "../../sdk/index.ts";
import { requestHeaders } from "../../../module/authorization.ts";
import type { AltegioRequest } from "../../../skills/altegio/altegio-request.ts";
import { readAnswer } from "../../../skills/altegio/read-answer.ts";

/** An answer without what could name a token. */
export interface Answer {
  readonly ok: boolean;
  /** 0 when none came, or none that can be read. */
  readonly status: number;
  /** null unless it is `ok`. */
  readonly data: JsonValue;
}

/** A request with its credentials, as it goes out. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends requests with the tokens among the values.
 *
 * @param values attributes by idn
 * @param send may reject: what fails may repeat the headers, so that nothing of it is kept
 */
export function asker(
  values: Readonly<Record<string, string>>,
  send: (request: SignedRequest) => Promise<{ readonly status: number; readonly body: string }>,
): (request: AltegioRequest) => Promise<Answer> {
  const context: Pick<SkillContext, "getCustomerAttribute" | "getProjectAttribute"> = {
    getCustomerAttribute: (idn) => values[idn] ?? "",
    getProjectAttribute: () => "",
  };
  return async ({ method, url, body, authorization }) => {
    try {
      const headers = requestHeaders(context as SkillContext, authorization);
      const answer = await send({ method, url, body, headers });
      const { ok, data } = readAnswer(answer);
      const isRead = answer.status === 204 || parseJson(answer.body).ok;
      return { ok, status: isRead ? answer.status : 0, data };
    } catch {
      return { ok: false, status: 0, data: null };
    }
  };
}
