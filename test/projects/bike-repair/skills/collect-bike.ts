/** Arranges when a repaired bike is collected. */
import { asBoolean, asText, encodeQuery, parseJson, property, sendUrgentMessage } from "#sdk";
import type { HttpRequest, SkillContext } from "#sdk";

const api = "https://api.pedalo.example";

const wishSchema = {
  type: "object",
  properties: {
    ticket: { type: "string", description: "The number of the repair." },
    date: { type: "string", description: "The day of the collection, YYYY-MM-DD." },
    time: { type: "string", description: "The time of the collection, HH:MM." },
  },
} as const;

/** Looks whether the bike is ready, and only then arranges the collection. Ends in exactly one answer. */
export async function collectBike(ctx: SkillContext): Promise<void> {
  const wish = ctx.generate(
    `When does the caller want to collect which bike? ${ctx.getMemory(20)}`,
    wishSchema,
  );
  const ticket = asText(property(wish, "ticket"));
  const repair = await ctx.send(repairRequest(ticket));
  const found = parseJson(repair.body).value;
  if (repair.status !== 200) {
    sendUrgentMessage(ctx, "There is no repair of that number. Ask for the number again.");
    return;
  }
  const bike = asText(property(found, "bike"));
  if (!asBoolean(property(found, "ready"))) {
    sendUrgentMessage(ctx, `The ${bike} is not ready yet. Say so, and that the workshop will call.`);
    return;
  }
  const at = `${asText(property(wish, "date"))} ${asText(property(wish, "time"))}`;
  const collection = await ctx.send(collectionRequest(ticket, at));
  if (collection.status === 201) {
    sendUrgentMessage(ctx, `It is arranged: the ${bike} is collected on ${at}. Tell the caller.`);
  } else {
    sendUrgentMessage(ctx, `The ${bike} is ready, but ${at} is not possible. Ask for another time.`);
  }
}

function repairRequest(ticket: string): HttpRequest {
  return { method: "GET", url: `${api}/repairs/${encodeQuery(ticket)}`, body: "", authorization: "workshop" };
}

function collectionRequest(ticket: string, at: string): HttpRequest {
  const body = JSON.stringify({ ticket, at });
  return { method: "POST", url: `${api}/collections`, body, authorization: "workshop" };
}
