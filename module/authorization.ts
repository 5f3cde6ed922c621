/** The credentials of a request, read when it is sent so that no token ever stays in a handler's locals. */
import { partnerToken, userToken } from "../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { readSetting } from "../skills/domain/settings.ts";

/**
 * The headers of a request to Altegio.
 *
 * The `Accept` value is mandatory: without it the envelope disappears and the errors change their shape;
 * `Content-Type` is required even on GET (docs/altegio-api.md, "Headers and tokens").
 *
 * @param authorization "partner" sends the partner token, "user" both tokens, "none" neither
 */
export function requestHeaders(ctx: SkillContext, authorization: string): { [name: string]: string } {
  const accept = "application/vnd.api.v2+json";
  const contentType = "application/json";
  if (authorization === "none") {
    return { Accept: accept, "Content-Type": contentType };
  }
  const partner = `Bearer ${readSetting(ctx, partnerToken.idn)}`;
  if (authorization === "partner") {
    return { Authorization: partner, Accept: accept, "Content-Type": contentType };
  }
  const user = readSetting(ctx, userToken.idn);
  return { Authorization: `${partner}, User ${user}`, Accept: accept, "Content-Type": contentType };
}
