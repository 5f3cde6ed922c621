/** Whose appointments may be told to the caller. */
import type { FoundClient } from "../domain/held-appointment.ts";
import { isPartOfName, isSameName } from "../matching/same-name.ts";
import { simpleName } from "../matching/simple-name.ts";

/**
 * The clients under the number whose appointments may be told. Where the number proves who is calling and only one
 * person uses it, that person's, unless another name is asked for; everywhere else only whoever was named in full.
 */
export function meantClients(
  clients: readonly FoundClient[],
  fullName: string,
  verified: boolean,
): readonly FoundClient[] {
  const isOwn = verified && isOnePerson(clients);
  return clients.filter(
    (client) =>
      (isOwn && (fullName === "" || isPartOfName(fullName, client.name))) ||
      isSameName(fullName, client.name),
  );
}

/** True when all rows are the same person, kept once or several times. */
export function isOnePerson(clients: readonly FoundClient[]): boolean {
  const names = clients.map((client) => simpleName(client.name));
  return clients.length > 0 && names.every((name) => name === names[0]);
}
