/** What the agent may say about a visit when the caller asks: how long, how much, with whom. */
import type { Service, StaffMember } from "../domain/catalog.ts";
import { termsWith } from "../domain/terms.ts";
import { speakList } from "../text/speak-date.ts";

/**
 * One sentence, "" when nothing is known. Price and duration are those of the member where it can be only one, and
 * the range over all members otherwise.
 *
 * @param currency as it is printed after a price
 * @param members who may do it; empty when that is not known
 * @param anybody the caller has not named one of them; who the only one is, is said with the times
 */
export function whenAskedText(
  services: readonly Service[],
  currency: string,
  members: readonly StaffMember[],
  anybody: boolean,
): string {
  const only = members.length === 1 ? members[0] : undefined;
  const facts = services
    .map((service) => {
      const { seconds, priceMin, priceMax } = only === undefined ? service : termsWith(service, only);
      const longest = only === undefined ? service.longest : seconds;
      const price = priceText(priceMin, priceMax);
      return {
        name: service.name,
        known: [
          seconds >= 60 ? `takes about ${minutesText(seconds, longest)} minutes` : "",
          price === "" ? "" : `costs ${`${price} ${currency}`.trim()}`,
        ].filter((fact) => fact !== ""),
      };
    })
    .filter((service) => service.known.length > 0)
    .map((service) => `${service.name} ${service.known.join(" and ")}`);
  const all =
    anybody && only === undefined ? [...facts, staffText(members.map((member) => member.label))] : facts;
  return all.length === 0 ? "" : ` Only if the caller asks: ${all.join("; ")}.`;
}

/** Whoever is free does it, and not each of them at each time: a free time does not say whose it is. */
function staffText(names: readonly string[]): string {
  return names.length >= 2 && names.length <= 6
    ? `it is done by whoever is free, ${speakList(names, "or")}; times with one of them can be checked`
    : "it is done by whoever is free; times with a certain staff member can be checked";
}

function minutesText(shortest: number, longest: number): string {
  const least = Math.floor(shortest / 60);
  return longest > shortest ? `${least} to ${Math.floor(longest / 60)}` : `${least}`;
}

/** A range, one price, or nothing for 0, which means "not specified" (docs/altegio-api.md, "Prices"). */
function priceText(priceMin: string, priceMax: string): string {
  return ["", "0"].includes(priceMax)
    ? ["", "0"].includes(priceMin)
      ? ""
      : `from ${priceMin}`
    : priceMin === priceMax
      ? priceMin
      : ["", "0"].includes(priceMin)
        ? `up to ${priceMax}`
        : `${priceMin} to ${priceMax}`;
}
