/** Attributes of the customer and of projects: the same records in two places. */
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call, type Route } from "../http/route.ts";
import type { AttributeStore } from "../../platform/index.ts";
import { contentOfAttributes } from "../state/project-content.ts";
import { page } from "./page.ts";

/** Where the attributes are, and whose id their ids are made with. */
interface Place {
  readonly store: AttributeStore;
  readonly owner: string;
}

const valueTypes = ["string", "number", "bool", "enum", "json"];

function customer({ builder }: Call): Place {
  return { store: builder.account.customer, owner: builder.state.customer.id };
}

function project({ builder, param }: Call): Place {
  const found = builder.project(param("projectId"));
  return { store: builder.attributesOf(found), owner: found.id };
}

function all({ builder }: Call, { store, owner }: Place) {
  return contentOfAttributes(store).map((attribute) => ({
    id: builder.attributeId(owner, attribute.idn),
    ...attribute,
  }));
}

/** As the Builder's page of attributes reads them. */
function grouped(call: Call, place: Place) {
  const hidden = call.query.get("include_hidden") === "true";
  const words = (call.query.get("query") ?? "").toLowerCase();
  const attributes = all(call, place).filter(
    ({ is_hidden, idn, title }) => (hidden || !is_hidden) && `${idn} ${title}`.toLowerCase().includes(words),
  );
  return { groups: [...new Set(attributes.map(({ group }) => group))].sort(), attributes };
}

function find(call: Call, place: Place) {
  const id = call.param("id");
  const found = all(call, place).find((attribute) => attribute.id === id);
  if (found === undefined) {
    throw Refusal.notFound("attribute", id);
  }
  return found;
}

function create(call: Call, { store, owner }: Place): Reply {
  const body = call.fields();
  const idn = body.text("idn");
  if (store.find(idn) !== undefined) {
    throw Refusal.exists("attribute", idn);
  }
  const metadata = {
    title: body.textOr("title", ""),
    description: body.textOr("description", ""),
    group: body.textOr("group", ""),
    is_hidden: body.flagOr("is_hidden", false),
    possible_values: body.texts("possible_values"),
    value_type: body.has("value_type") ? body.oneOf("value_type", valueTypes) : "string",
  };
  store.setValue(idn, body.textOr("value", ""));
  store.setMetadata(idn, metadata);
  return Reply.created({ id: call.builder.attributeId(owner, idn) });
}

/** What is left out stays: clients are known to send a value alone. */
function put(call: Call, place: Place): null {
  const known = find(call, place);
  const body = call.fields();
  if (body.has("idn") && body.text("idn") !== known.idn) {
    throw Refusal.invalid(`The idn of an attribute does not change; it is ${known.idn}.`);
  }
  const metadata = {
    title: body.textOr("title", known.title),
    description: body.textOr("description", known.description),
    group: body.textOr("group", known.group),
    is_hidden: body.flagOr("is_hidden", known.is_hidden),
    possible_values: body.has("possible_values") ? body.texts("possible_values") : known.possible_values,
    value_type: body.has("value_type") ? body.oneOf("value_type", valueTypes) : known.value_type,
  };
  place.store.setValue(known.idn, body.textOr("value", known.value));
  place.store.setMetadata(known.idn, metadata);
  return null;
}

function remove(call: Call, place: Place): null {
  place.store.delete(find(call, place).idn);
  return null;
}

/** The four verbs on single attributes below a path. */
function routesAt(path: string, place: (call: Call) => Place): Route[] {
  return [
    { at: `GET ${path}`, handle: (call) => page(all(call, place(call)), call.query) },
    { at: `GET ${path}/:id`, handle: (call) => find(call, place(call)) },
    { at: `POST ${path}`, handle: (call) => create(call, place(call)) },
    { at: `PUT ${path}/:id`, handle: (call) => put(call, place(call)) },
    { at: `DELETE ${path}/:id`, handle: (call) => remove(call, place(call)) },
  ];
}

/** Attributes. */
export const attributeRoutes: readonly Route[] = [
  { at: "GET /api/v1/bff/customer/attributes", handle: (call) => grouped(call, customer(call)) },
  { at: "GET /api/v1/bff/projects/:projectId/attributes", handle: (call) => grouped(call, project(call)) },
  ...routesAt("/api/v1/customer/attributes", customer),
  ...routesAt("/api/v1/designer/projects/:projectId/attributes", project),
];
