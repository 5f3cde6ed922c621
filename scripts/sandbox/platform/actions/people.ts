/** Users, personas and actors (docs/platform.md, "Personas and actors"). */
import { type ActorRecord, type Persona, type UserField, userFields } from "../account.ts";
import { type Action, type ActionEnvironment, fieldOf, textOf, uuid } from "./action.ts";

/** The user of the running event as `GetUser` shows it; all fields are empty when there is none. */
function userRecord(persona: Persona | undefined): Record<string, unknown> {
  const fields = userFields.map((field) => [field, persona?.fields.get(field) ?? ""]);
  return { id: uuid(persona?.id ?? ""), ...Object.fromEntries(fields) };
}

function currentUser(env: ActionEnvironment): Persona | undefined {
  return env.account.personas.get(env.current.event.personaId);
}

function actorRecord(actor: ActorRecord): Record<string, unknown> {
  return {
    id: uuid(actor.id),
    name: actor.externalId,
    timeZone: actor.timeZone,
    integrationIdn: actor.integrationIdn,
    connectorIdn: actor.connectorIdn,
    externalId: actor.externalId,
    personaId: uuid(actor.personaId),
  };
}

/** An actor in a list (docs/platform.md, "Form of an actor"). */
function shownActor({ platform }: ActionEnvironment, actor: ActorRecord): unknown {
  switch (platform.actors) {
    case "objects":
      return actorRecord(actor);
    case "ids":
      return uuid(actor.id);
    case "texts":
      return actor.id;
  }
}

/** The actions on people, by name. */
export const peopleActions: Readonly<Record<string, Action>> = {
  GetUser: (env, kwargs) => fieldOf(userRecord(currentUser(env)), textOf(kwargs, "field")),
  UpdateUser: (env, kwargs) => {
    const field = textOf(kwargs, "field");
    const user = currentUser(env);
    if (user === undefined || !userFields.some((known) => known === field)) {
      throw new Error(user === undefined ? "the event has no user" : `there is no field ${field}`);
    }
    user.fields.set(field as UserField, textOf(kwargs, "value"));
  },
  CreatePersona: (env, kwargs) => uuid(env.account.createPersona(env.newId(), textOf(kwargs, "name")).id),
  CreateActor: (env, kwargs) => {
    const actor = {
      id: env.newId(),
      personaId: textOf(kwargs, "personaId"),
      integrationIdn: textOf(kwargs, "integrationIdn"),
      connectorIdn: textOf(kwargs, "connectorIdn"),
      externalId: textOf(kwargs, "externalId"),
      timeZone: textOf(kwargs, "timeZone"),
    };
    env.account.createActor(actor);
    return uuid(actor.id);
  },
  GetActor: (env, kwargs) => {
    const id = textOf(kwargs, "id");
    const actor = env.account.actors.get(id === "" ? env.current.event.actorId : id);
    return actor === undefined ? "" : fieldOf(actorRecord(actor), textOf(kwargs, "field"));
  },
  // Without a persona the actors of the running event's user are meant.
  GetActors: (env, kwargs) => {
    const personaId = textOf(kwargs, "personaId") || env.current.event.personaId;
    const asked = ["integrationIdn", "connectorIdn", "externalId"] as const;
    return [...env.account.actors.values()]
      .filter((actor) => actor.personaId === personaId)
      .filter((actor) => asked.every((name) => ["", actor[name]].includes(textOf(kwargs, name))))
      .map((actor) => shownActor(env, actor));
  },
};
