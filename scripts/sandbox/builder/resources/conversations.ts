/** What took place in conversations. */
import type { Call, Route } from "../http/route.ts";
import { page } from "./page.ts";

function userPersonas({ builder, query }: Call) {
  const { personas, actors } = builder.account;
  const acts = [...builder.account.acts.values()];
  const items = [...personas.values()].map(({ id, fields }) => {
    const own = acts.filter(({ personaId }) => personaId === id);
    return {
      id,
      name: fields.get("name") ?? "",
      last_session_id: "",
      session_is_active: false,
      last_act_time: own.at(-1)?.datetime ?? "",
      last_act_text: own.at(-1)?.referenceIdn ?? "",
      act_count: own.length,
      actors: [...actors.values()]
        .filter(({ personaId }) => personaId === id)
        .map((actor) => ({
          id: actor.id,
          external_id: actor.externalId,
          integration_idn: actor.integrationIdn,
          connector_idn: actor.connectorIdn,
        })),
      not_found: false,
    };
  });
  return page(items, query);
}

/** Arguments may hold what a skill was given; secrets among them are taken out as they are in logs. */
function acts({ builder, query }: Call) {
  const persona = query.get("user_persona_id") ?? "";
  const items = [...builder.account.acts.values()]
    .filter(({ personaId }) => personaId === persona)
    .reverse()
    .map((act) => ({
      id: act.id,
      command_act_id: act.commandActId === "" ? null : act.commandActId,
      reference_idn: act.referenceIdn,
      arguments: Object.entries(act.arguments).map(([name, value]) => ({
        name,
        value: builder.account.secrets.redact(value),
      })),
      datetime: act.datetime,
      user_persona_id: act.personaId,
      integration_idn: act.integrationIdn,
      connector_idn: act.connectorIdn,
      is_agent: act.kind === "command",
    }));
  return page(items, query);
}

/** Conversations. */
export const conversationRoutes: readonly Route[] = [
  { at: "GET /api/v1/bff/conversations/user-personas", handle: userPersonas },
  { at: "GET /api/v1/bff/conversations/acts", handle: acts },
];
