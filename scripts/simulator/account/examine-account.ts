/** Looks at a real account: whether the tokens are accepted and have the rights the module needs. It only reads. */
import { applicationId, locationId, partnerToken, userToken } from "../../../attributes/index.ts";
import { asList, asText, property } from "../../sdk/index.ts";
import type { AccountFinding, AccountOptions } from "../../sandbox/conversations/index.ts";
import { missingRights, rightsRequest } from "../../../skills/altegio/access-requests.ts";
import type { AltegioRequest } from "../../../skills/altegio/altegio-request.ts";
import {
  locationRequest,
  locationsRequest,
  servicesRequest,
} from "../../../skills/altegio/catalog-requests.ts";
import { asker, type Answer } from "./ask.ts";

/** One finding for each step; those that need what is missing are left out. */
export async function examineAccount({ values, send }: AccountOptions): Promise<AccountFinding[]> {
  const value = (idn: string): string => (values[idn] ?? "").trim();
  const [partner, user] = [value(partnerToken.idn), value(userToken.idn)];
  const [application, location] = [value(applicationId.idn), value(locationId.idn)];
  if (partner === "") {
    return [
      skipped(
        "Altegio",
        `no ${nameOf(partnerToken.idn)}`,
        "Set it in the environment or in .env to have the account looked at.",
      ),
    ];
  }
  const ask = asker(values, ({ url, method, headers }) => send(url, { method, headers }));
  const findings: AccountFinding[] = [];
  if (application === "") {
    findings.push(
      skipped("Application", `no ${nameOf(applicationId.idn)}`, "Set it, so that locations can be offered."),
    );
  } else {
    const answer = await ask(locationsRequest(application, 1));
    const count = asList(answer.data).length;
    findings.push(
      answer.status === 200 && count > 0
        ? good("Application", `it is installed in ${String(count)} locations`)
        : wrong(
            "Application",
            saidOf(answer, "no location has installed it"),
            adviceFor(answer.status, "partner token and application id"),
          ),
    );
  }
  if (location === "") {
    return [
      ...findings,
      skipped("Location", `no ${nameOf(locationId.idn)}`, "Set the number of the location."),
    ];
  }
  const place = await ask(locationRequest(location));
  findings.push(
    place.status === 200
      ? good("Location", asText(property(place.data, "title")))
      : wrong("Location", saidOf(place, ""), adviceFor(place.status, "partner token and location id")),
  );
  const services = await ask(servicesRequest(location, ""));
  const offered = asList(property(services.data, "services")).length;
  findings.push(
    services.status === 200 && offered > 0
      ? good("Services", `${String(offered)} can be booked online`)
      : wrong(
          "Services",
          saidOf(services, "none can be booked online"),
          "Open services for online booking in Altegio.",
        ),
  );
  return [...findings, await examineUser(user, location, ask)];
}

async function examineUser(
  user: string,
  location: string,
  ask: (request: AltegioRequest) => Promise<Answer>,
): Promise<AccountFinding> {
  if (user === "") {
    return skipped(
      "User token",
      `no ${nameOf(userToken.idn)}`,
      "Without it appointments are neither found nor moved.",
    );
  }
  const rights = await ask(rightsRequest(location));
  if (rights.status !== 200) {
    return wrong("User token", saidOf(rights, ""), adviceFor(rights.status, "user token"));
  }
  const missing = missingRights(rights.data, true, true);
  return missing.length === 0
    ? good("User token", "it has the rights to find and move appointments")
    : wrong(
        "User token",
        `it lacks ${missing.join(", ")}`,
        "Give its user these rights at the location in Altegio.",
      );
}

/** The variable of an attribute. */
function nameOf(idn: string): string {
  return idn.toUpperCase();
}

function saidOf({ status }: Answer, otherwise: string): string {
  return status === 200
    ? otherwise
    : status === 0
      ? "no answer that can be read"
      : `Altegio answers ${String(status)}`;
}

function adviceFor(status: number, what: string): string {
  return status === 0
    ? "Check the network, and ALTEGIO_API_URL if it is set."
    : status === 429
      ? "Wait a minute and look again."
      : status >= 500
        ? "Altegio has a problem of its own; look again later."
        : `Check the ${what}: copy it anew from Altegio's developer account.`;
}

function good(subject: string, says: string): AccountFinding {
  return { subject, state: "good", says, advice: "" };
}

function wrong(subject: string, says: string, advice: string): AccountFinding {
  return { subject, state: "wrong", says, advice };
}

function skipped(subject: string, says: string, advice: string): AccountFinding {
  return { subject, state: "skipped", says, advice };
}
