/**
 * `POST /company/{loc}/clients/search` and `GET /user/permissions/{loc}`
 * (docs/altegio-api.md, "Clients by phone" and "Rights").
 */
import { demandRights, hasRight } from "../auth.ts";
import { answer, type Answer } from "../envelope.ts";
import { invalidFields } from "../errors.ts";
import { asInteger, asText, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { phoneDigits } from "../phone.ts";
import type { Route, UserCall } from "../router.ts";
import type { ClientData } from "../state.ts";
import { naive } from "../time-format.ts";

type Test = (client: ClientData) => boolean;

const MAX_PAGE_SIZE = 200;
const DEFAULT_PAGE_SIZE = 25;
const FEWEST_DIGITS = 3;

function postClientsSearch(call: UserCall): Answer {
  demandRights(call.permissions, "clients.clients_access");
  const { world, location, body } = call;
  const page = asInteger(body["page"] ?? 1);
  const size = asInteger(body["page_size"] ?? DEFAULT_PAGE_SIZE);
  if (page === null || page < 1) {
    throw invalidFields({ page: "Invalid page" }, 400);
  }
  if (size === null || size < 1 || size > MAX_PAGE_SIZE) {
    throw invalidFields({ page_size: "Invalid page size" }, 400);
  }
  const keep = readFilters(body);
  const found = world.state.clients.filter((client) => client.locationId === location.id && keep(client));
  const rows = found.map((client) => ({ client, full: clientRow(call, client) }));
  const ordered = order(rows, body).slice((page - 1) * size, page * size);
  // Without `fields` only ids come back (docs/altegio-api.md, "Clients by phone").
  const fields = isList(body["fields"]) ? body["fields"].map(asText) : ["id"];
  const data = ordered.map(({ full }) => pick(full, fields));
  return answer(data, 200, { total_count: found.length });
}

function clientRow({ world, location, permissions }: UserCall, client: ClientData): JsonObject {
  const now = world.now().getTime();
  const visits = world.state.records
    .filter((record) => record.clientId === client.id && !record.deleted && record.start <= now)
    .map((record) => naive(location.zone, record.start))
    .sort();
  const phones =
    hasRight(permissions, "clients.client_phones_access") ||
    hasRight(permissions, "clients.clients_phones_access");
  return {
    id: client.id,
    name: `${client.name} ${client.surname}`.trim(),
    phone: phones ? `+${client.phone}` : "",
    email: client.email,
    discount: 0,
    first_visit_date: visits[0] ?? "",
    last_visit_date: visits.at(-1) ?? "",
    sold_amount: 0,
    visits_count: visits.length,
  };
}

// `fields` that do not exist are ignored, as `spent`, `paid` and `balance` are.
function pick(row: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([key]) => fields.includes(key)));
}

interface Row {
  readonly client: ClientData;
  readonly full: JsonObject;
}

function order(rows: readonly Row[], body: JsonObject): readonly Row[] {
  const field = asText(body["order_by"]) || "id";
  const sign = asText(body["order_by_direction"]).toUpperCase() === "ASC" ? 1 : -1;
  const compare = (one: Json | undefined, other: Json | undefined): number =>
    typeof one === "number" && typeof other === "number"
      ? one - other
      : asText(one) < asText(other)
        ? -1
        : Number(asText(one) > asText(other));
  return [...rows].sort((one, other) => sign * compare(one.full[field], other.full[field]));
}

const invalidFilter = () => invalidFields({ filters: "Invalid filter value" }, 400);

function readFilters(body: JsonObject): Test {
  const list = body["filters"] ?? [];
  if (!isList(list)) {
    throw invalidFilter();
  }
  const tests = list.map(readFilter);
  if (tests.length === 0) {
    return () => true;
  }
  return asText(body["operation"]).toUpperCase() === "OR"
    ? (client) => tests.some((test) => test(client))
    : (client) => tests.every((test) => test(client));
}

// Only the two filters a look-up needs are simulated; the other documented ones are refused, not ignored.
function readFilter(filter: Json): Test {
  const state = isObject(filter) ? filter["state"] : undefined;
  const type = isObject(filter) ? filter["type"] : undefined;
  const value = isObject(state) ? state["value"] : undefined;
  if (type === "quick_search" && typeof value === "string" && value !== "") {
    return quickSearch(value);
  }
  if (type === "id" && isList(value)) {
    return (client) => value.includes(client.id);
  }
  throw invalidFilter();
}

// Fuzzy on purpose: any phone that contains the digits and any name that contains the text
// (docs/altegio-api.md, "Clients by phone").
function quickSearch(value: string): Test {
  const digits = phoneDigits(value);
  const text = value.toLowerCase();
  return (client) =>
    (digits.length >= FEWEST_DIGITS && client.phone.includes(digits)) ||
    `${client.name} ${client.surname}`.toLowerCase().includes(text);
}

function getPermissions(call: UserCall): Answer {
  const groups = Object.entries(call.permissions).map(([group, rights]) => [group, { ...rights }] as const);
  return answer(Object.fromEntries(groups));
}

/** Routes about clients and about the caller's own rights. */
export const clientRoutes: readonly Route[] = [
  {
    verb: "POST",
    pattern: "/api/v1/company/{loc}/clients/search",
    access: "user",
    licence: 402,
    handle: postClientsSearch,
  },
  { verb: "GET", pattern: "/api/v1/user/permissions/{loc}", access: "user", handle: getPermissions },
];
