/** What is planned under a phone number, searched as far as an answer needs. */
import type { SkillContext } from "#sdk";
import type { Desk } from "../domain/desk.ts";
import type { FoundClient, HeldAppointment } from "../domain/held-appointment.ts";
import { endOfPhone } from "../domain/phone.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { clientAppointments } from "./client-appointments.ts";
import { findClients } from "./find-clients.ts";
import { meantClients } from "./meant-clients.ts";

/** Whose appointments are asked for. */
export interface Whose {
  /** Digits with the country code. */
  readonly phone: string;
  /** "" when no name was said. */
  readonly fullName: string;
  /** The channel vouches for the number. */
  readonly verified: boolean;
}

/** What was found; nothing with a problem when it could not be looked up. */
export interface Planned {
  readonly problem: ProblemKind;
  /** All clients under the number. */
  readonly clients: readonly FoundClient[];
  /** One of them is whom the caller may hear of. */
  readonly isKnown: boolean;
  /** In order. */
  readonly appointments: readonly HeldAppointment[];
  /** There may be appointments that were not shown, so that none can be denied. */
  readonly isCut: boolean;
}

/** Most cards of one person that are looked at: the caller waits for every one. */
const mostClients = 10;

/**
 * Searches by the end of the number, which every spelling has, so that one search shows all of them. Where it shows
 * none, the whole number is searched for as well before anything is denied: how the search takes it is not documented
 * (docs/altegio-api.md, "Clients by phone").
 */
export async function plannedAppointments(ctx: SkillContext, desk: Desk, whose: Whose): Promise<Planned> {
  let clients: readonly FoundClient[] = [];
  let isHidden = false;
  let isCut = false;
  for (const digits of [endOfPhone(whose.phone), whose.phone]) {
    const found = await findClients(ctx, desk, whose.phone, digits);
    if (found.problem !== "none") {
      return nothing(found.problem);
    }
    clients = found.clients;
    isHidden = isHidden || found.isHidden;
    isCut = isCut || found.isCut;
    if (clients.length > 0) {
      break;
    }
  }
  if (isHidden && clients.length === 0) {
    return nothing("rights");
  }
  const meant = meantClients(clients, whose.fullName, whose.verified);
  const planned = await clientAppointments(ctx, desk, meant.slice(0, mostClients));
  if (planned.problem !== "none") {
    return nothing(planned.problem);
  }
  return {
    problem: "none",
    clients,
    isKnown: meant.length > 0,
    appointments: planned.appointments,
    isCut: isCut || planned.isCut || meant.length > mostClients,
  };
}

function nothing(problem: ProblemKind): Planned {
  return { problem, clients: [], isKnown: false, appointments: [], isCut: true };
}
