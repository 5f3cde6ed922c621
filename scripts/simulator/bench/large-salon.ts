/** The demo salon with as many services and members as a chain has, for measurements. */
import { demoSalon, DEMO_LOCATION_ID, type LocationData, type SalonData } from "../api/index.ts";

/** How large an account is. */
export interface AccountSize {
  readonly services: number;
  readonly staff: number;
}

const minutes = [30, 45, 60, 90] as const;

/**
 * Twelve services a category. Each member does a third of the services, every fifth of those on terms of their own; names
 * are as long as they are in a real price list.
 */
export function largeSalon({ services, staff }: AccountSize): SalonData {
  const demo = demoSalon();
  return {
    ...demo,
    locations: demo.locations.map((one) =>
      one.id === DEMO_LOCATION_ID ? enlarged(one, services, staff) : one,
    ),
  };
}

function enlarged(location: LocationData, services: number, staff: number): LocationData {
  const [service] = location.services;
  const [member] = location.staff;
  if (service === undefined || member === undefined) {
    throw new Error("the demo salon is empty");
  }
  const categories = upTo(Math.ceil(services / 12)).map((index) => ({
    id: 510_000 + index,
    title: `Treatments of group ${String(index + 1)}`,
    weight: 1000 - index,
  }));
  const offered = upTo(services).map((index) => ({
    ...service,
    id: 6_100_000 + index,
    title: `Treatment number ${String(index + 1)} with aftercare`,
    categoryId: categories[Math.floor(index / 12)]?.id ?? 0,
    priceMin: 40 + (index % 7),
    priceMax: 60 + (index % 7),
    seconds: (minutes[index % minutes.length] ?? 60) * 60,
    weight: 10_000 - index,
  }));
  const team = upTo(staff).map((index) => ({
    ...member,
    id: 710_000 + index,
    name: `Member${String(index + 1)} Lindqvist`,
    weight: 1000 - index,
    links: offered
      .filter((_, at) => (at + index) % 3 === 0)
      .map(({ id, seconds, priceMin, priceMax }, at) => ({
        serviceId: id,
        seconds: at % 5 === 0 ? seconds + 60 * (index % 4) : seconds,
        priceMin,
        priceMax: at % 5 === 0 ? priceMax + index : priceMin,
      })),
  }));
  return { ...location, categories, services: offered, staff: team };
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
