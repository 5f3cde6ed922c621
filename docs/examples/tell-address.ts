/** An example handler: looks up where the salon is and has the agent say it. */
import { locationId } from "../../attributes/index.ts";
import { sendUrgentMessage, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { locationRequest } from "../../skills/altegio/catalog-requests.ts";

/** Ends in exactly one answer, whatever the request comes to. */
export async function tellAddress(ctx: SkillContext): Promise<void> {
  const location = ctx.getCustomerAttribute(locationId.idn);
  const answer = await ctx.send(locationRequest(location));
  const address = property(property(parseJson(answer.body).value, "data"), "address");
  if (answer.status !== 200 || address === null) {
    sendUrgentMessage(ctx, "The address cannot be looked up right now. Apologise.");
  } else {
    sendUrgentMessage(ctx, `The address is ${asText(address)}. Tell the caller.`);
  }
}
