/** The few facts of the location that need no look at the whole catalogue. */
import {
  catalog as catalogAttribute,
  locationId as locationAttribute,
  partnerToken,
  userToken,
} from "../../attributes/index.ts";
import { asList, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Location } from "./catalog.ts";
import type { PhonePlan } from "./phone.ts";
import { locationIdOf, readSetting } from "./settings.ts";

/** What is known of the location since the last publish; empty texts when it was never loaded. */
export interface LocationFacts {
  readonly id: string;
  /** IANA zone. */
  readonly zone: string;
  readonly phone: PhonePlan;
}

/** The facts of a location that was read with its whole catalogue. */
export function factsOf({ id, zone, phone }: Location): LocationFacts {
  return { id, zone, phone };
}

/** Reads the stored catalogue's location, if it is the one asked for. */
export function readLocationFacts(ctx: SkillContext, locationId: string): LocationFacts {
  const stored = property(parseJson(ctx.getCustomerAttribute(catalogAttribute.idn)).value, "location");
  const location = asText(property(stored, "id")) === locationId ? stored : null;
  const phone = property(location, "phone");
  return {
    id: locationId,
    zone: asText(property(location, "zone")),
    phone: {
      code: asText(property(phone, "code")),
      own: asList(property(phone, "own")).map((own) => asText(own)),
    },
  };
}

/** True when the module may act as the business: look records up, move them, cancel them by id. */
export function hasUserToken(ctx: SkillContext): boolean {
  return readSetting(ctx, userToken.idn) !== "";
}

/** The location requests go to; "" while the token or the location is missing. */
export function connectedLocation(ctx: SkillContext): string {
  return readSetting(ctx, partnerToken.idn) === ""
    ? ""
    : locationIdOf(readSetting(ctx, locationAttribute.idn));
}
