/** What the agent may say about a visit when the caller asks: how long, how much, with whom. */
import type { Service } from "./catalog.ts";
import { speakList } from "./speak-date.ts";

/**
 * One sentence, "" when nothing is known. Durations are those of one member and may differ with another.
 *
 * @param currency as it is printed after a price
 * @param names who may do it; empty when the member is settled or not known
 */
export function whenAskedText(
  services: readonly Service[],
  currency: string,
  names: readonly string[],
): string {
  const facts = services
    .map((service) => ({
      name: service.name,
      known: [
        service.seconds >= 60 ? `takes about ${Math.floor(service.seconds / 60)} minutes` : "",
        priceOf(service) === "" ? "" : `costs ${`${priceOf(service)} ${currency}`.trim()}`,
      ].filter((fact) => fact !== ""),
    }))
    .filter((service) => service.known.length > 0)
    .map((service) => `${service.name} ${service.known.join(" and ")}`);
  const staff = names.length > 0 && names.length <= 6 ? [`it is done by ${speakList(names, "or")}`] : [];
  const all = [...facts, ...staff];
  return all.length === 0 ? "" : ` Only if the caller asks: ${all.join("; ")}.`;
}

/** A range, one price, or nothing for 0, which means "not specified" (altegio-api reference, section 5). */
function priceOf(service: Service): string {
  return ["", "0"].includes(service.priceMax)
    ? ["", "0"].includes(service.priceMin)
      ? ""
      : `from ${service.priceMin}`
    : service.priceMin === service.priceMax
      ? service.priceMin
      : ["", "0"].includes(service.priceMin)
        ? `up to ${service.priceMax}`
        : `${service.priceMin} to ${service.priceMax}`;
}
