import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { attributes } from "../../../attributes/index.ts";
import { coreTools, toolsAttribute } from "#sdk";
import { setUp } from "../../../skills/setup/set-up.ts";
import { altegioServer, api, company, denial, guardPage, marketplace, ok } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import { definitionsVersion } from "../../../attributes/version.ts";

const server = altegioServer();

const event = {
  idn: "project_publish_finish",
  integrationIdn: "system",
  connectorIdn: "project",
  arguments: {},
};
const connected = { altegio_partner_token: "partner-secret", altegio_location_id: "4564" };
const run = async (host: MemoryHost): Promise<MemoryHost> => {
  await setUp(host.context(), event);
  return host;
};
const status = (host: MemoryHost): string => host.customer.get("altegio_setup_status") ?? "";
/** The tools that are registered while there is no user token. */
const withoutUserToken = [
  "altegio_check_availability_tool",
  "altegio_book_appointment_tool",
  "altegio_cancel_appointment_tool",
];
const toolNames = (host: MemoryHost): string[] =>
  Object.keys((JSON.parse(host.customer.get(toolsAttribute) ?? "{}") as { tools: object }).tools);

describe("setUp", () => {
  it("declares every attribute and writes defaults only where nothing is stored", async () => {
    const host = await run(
      new MemoryHost({
        customer: { altegio_booking_enabled: "False" },
        project: { altegio_existing_appointments_search_days: "30" },
      }),
    );
    expect([...host.metadata.keys()].toSorted()).toEqual(attributes.map((attribute) => attribute.idn));
    expect(host.metadata.get("altegio_booking_enabled")).toMatchObject({
      group: "Module - AltegioIntegration",
      value_type: "bool",
      is_hidden: true,
    });
    expect(host.customer.get("altegio_booking_enabled")).toBe("False");
    expect(host.customer.get("altegio_availability_enabled")).toBe("True");
    expect(host.customer.has("altegio_existing_appointments_search_days")).toBe(false);
    expect(host.customer.has("altegio_partner_token")).toBe(false);
    expect(host.customer.get("altegio_module_version")).toBe(definitionsVersion);
  });

  it("writes the metadata of the attributes once a version, and what is gone from its value again", async () => {
    const host = await run(new MemoryHost());
    const heavy = (): number => host.calls("SetCustomerMetadataAttribute").length;
    expect(heavy()).toBe(attributes.length);
    host.customer.set("altegio_booking_enabled", "");
    await run(host);
    expect(heavy()).toBe(attributes.length);
    expect(host.customer.get("altegio_booking_enabled")).toBe("True");
    expect(status(host)).toContain(`as declared before for version ${definitionsVersion}`);
    host.customer.set("altegio_module_version", "0.0.9");
    await run(host);
    // The choices of the location are the discovery's.
    expect(heavy()).toBe(2 * attributes.length - 1);
  });

  it("creates the connector once and starts one that is stopped", async () => {
    const host = await run(new MemoryHost());
    expect(host.calls("CreateConnector")).toMatchObject([
      { integrationIdn: "http", connectorIdn: "altegio_connector" },
    ]);
    await run(host);
    expect(host.calls("CreateConnector")).toHaveLength(1);
    expect(host.calls("SetConnectorInfo")).toHaveLength(0);
    expect(status(host)).toContain("Connector: altegio_connector is running");
    const stopped = await run(new MemoryHost({ connectorStatus: "stopped" }));
    expect(stopped.connectorStatus).toBe("running");
    expect(status(stopped)).toContain("Connector: altegio_connector was stopped, so it is told to run");
    expect(stopped.calls("CreateConnector")).toHaveLength(0);
  });

  it("takes a connector whose status is not told for running, and writes none", async () => {
    const host = await run(new MemoryHost({ connectorStatus: "" }));
    expect(status(host)).toContain(
      "Connector: altegio_connector is there; the platform does not tell whether it runs",
    );
    expect(status(host)).not.toMatch(/connector .*(?:started|running)/u);
    expect(host.calls("CreateConnector")).toHaveLength(0);
    expect(host.calls("SetConnectorInfo")).toHaveLength(0);
  });

  it("says in plain words what is missing", async () => {
    const host = await run(new MemoryHost());
    expect(status(host)).toContain("Partner token is missing: set altegio_partner_token and publish again");
    expect(host.calls("SendCommand")).toHaveLength(0);
    const located = await run(new MemoryHost({ customer: { altegio_partner_token: "p" } }));
    expect(status(located)).toContain("Application ID is missing");
    expect(status(located)).toContain("Location is missing: set altegio_location_id and publish again");
    const odd = { ...connected, altegio_application_id: "my app", altegio_location_id: "Salon" };
    const wrong = await run(new MemoryHost({ customer: odd }));
    expect(status(wrong)).toContain("Application ID is not a number");
    expect(status(wrong)).toContain("Location is not recognised");
  });

  it("loads services, staff and who does what", async () => {
    const host = await run(new MemoryHost({ customer: connected }));
    expect(JSON.parse(host.customer.get("altegio_catalog") ?? "")).toMatchObject({
      location: {
        id: "4564",
        zone: "America/New_York",
        phone: { code: "1" },
        smsCodeRequired: false,
      },
      services: [
        { id: "331", name: "Haircut", seconds: 3600 },
        { id: "333" },
        { id: "99055" },
        { id: "400" },
      ],
      staff: [
        { id: "16", services: ["331", "333", "400"] },
        { id: "48", services: ["331", "99055"] },
      ],
      linksKnown: true,
    });
    expect(host.customer.get("altegio_services_text")).toBe(
      "Hair care: Beard trim (20 $, 60 min); Hair wash (60 min); Haircut (40-60 $, 60 min)\n" +
        "Hair coloring: Coloring (100.50-150 $, 60 min)",
    );
    expect(host.customer.get("altegio_staff_text")).toBe(
      "Anna (Colorist): Coloring, Haircut\nJames (Barber): Beard trim, Hair wash, Haircut",
    );
    expect(status(host)).toContain("4 services and 2 staff of Business Example (America/New_York) loaded");
  });

  it("offers all pages of locations and chooses the only one", async () => {
    const rows = Array.from({ length: 201 }, (_, index) => ({
      id: index + 1,
      title: `Salon ${index + 1}`,
      city: "Rome",
    }));
    server.use(
      http.get(`${marketplace}/application/77/salons`, ({ request }) => {
        const page = Number(new URL(request.url).searchParams.get("page"));
        return ok(rows.slice((page - 1) * 200, page * 200));
      }),
    );
    const customer = { altegio_partner_token: "p", altegio_application_id: "77" };
    const host = await run(new MemoryHost({ customer }));
    expect(host.metadata.get("altegio_location_id")?.["possible_values"]).toHaveLength(201);
    expect(status(host)).toContain("201 found, choose one in altegio_location_id and publish again");
    server.use(
      http.get(`${marketplace}/application/77/salons`, () =>
        ok([{ id: "4564", title: "Business", city: "NY" }]),
      ),
    );
    const single = await run(new MemoryHost({ customer }));
    expect(single.customer.get("altegio_location_id")).toBe("Business, NY (4564)");
    expect(single.customer.get("altegio_catalog")).toContain("Haircut");
  });

  it("keeps the offered locations when they cannot be loaded again", async () => {
    const customer = { ...connected, altegio_application_id: "77", altegio_module_version: "0.1.0" };
    server.use(http.get(`${marketplace}/application/77/salons`, () => guardPage()));
    const host = await run(new MemoryHost({ customer }));
    expect(host.metadata.has("altegio_location_id")).toBe(false);
    expect(status(host)).toContain("Locations: not loaded. Altegio could not be reached");
    expect(host.customer.get("altegio_catalog")).toContain("Haircut");
  });

  it.each([
    ["a refused token", () => denial(401, "Partner ID not specified"), "refused the partner token"],
    ["missing rights", () => denial(403, "Access denied."), "refuses access"],
    [
      "an expired licence",
      () => denial(402, "renew the license in the branch with id: 4564"),
      "licence has expired",
    ],
    [
      "an unknown location",
      () => HttpResponse.json({ success: false, meta: [] }, { status: 404 }),
      "does not know",
    ],
    ["too many requests", () => new HttpResponse("", { status: 429 }), "too many in a short time"],
    ["an HTML page", () => guardPage(), "could not be reached"],
    ["no network", () => HttpResponse.error(), "could not be reached"],
    ["nonsense", () => HttpResponse.json([]), "does not know"],
  ])("reports %s and goes on", async (_, answer, line) => {
    server.use(http.get(`${api}/company/:id`, answer as never));
    const host = await run(new MemoryHost({ customer: connected }));
    expect(status(host)).toContain(`Catalogue: the location could not be loaded.`);
    expect(status(host)).toContain(line);
    expect(toolNames(host)).toEqual([
      ...withoutUserToken,
      ...Object.values(coreTools).filter((idn) => idn !== coreTools.find),
    ]);
    expect(host.customer.get("altegio_catalog")).toBe("");
  });

  it("keeps an earlier catalogue of the same location when loading fails", async () => {
    const host = await run(new MemoryHost({ customer: connected }));
    const before = host.customer.get("altegio_catalog");
    server.use(http.get(`${api}/book_staff/:id`, () => guardPage(502)));
    await run(host);
    expect(host.customer.get("altegio_catalog")).toBe(before);
    expect(status(host)).toContain("earlier publish stay in use");
    // A success whose body was lost on the way says nothing of the services.
    server.resetHandlers();
    server.use(http.get(`${api}/book_services/:id`, () => new Response("")));
    await run(host);
    expect(host.customer.get("altegio_catalog")).toBe(before);
    host.customer.set("altegio_location_id", "Other (5000)");
    await run(host);
    expect(host.customer.get("altegio_catalog")).toBe("");
    expect(host.customer.get("altegio_services_text")).toBe("");
  });

  it("does without links and phone code when they cannot be had", async () => {
    server.use(
      http.get(`${api}/countries`, () => guardPage()),
      http.get(`${api}/company/:id`, () => ok({ ...company, timezone_name: null })),
      http.get(`${api}/book_services/:id`, ({ request }) =>
        request.url.includes("staff_id") ? guardPage() : undefined,
      ),
    );
    const host = await run(new MemoryHost({ customer: connected }));
    expect(JSON.parse(host.customer.get("altegio_catalog") ?? "")).toMatchObject({
      location: { phone: { code: "" }, zone: "" },
      linksKnown: false,
    });
    expect(host.customer.get("altegio_staff_text")).toBe("Anna (Colorist)\nJames (Barber)");
  });

  it("never shows a token outside the headers", async () => {
    const customer = { ...connected, altegio_user_token: "user-secret" };
    server.use(http.get(`${api}/user/permissions/:id`, () => ok({ timetable: { timetable_access: true } })));
    const host = await run(new MemoryHost({ customer }));
    expect(host.searchable()).not.toContain("-secret");
    expect(host.calls("SendCommand")[0]?.["headers"]).toEqual({
      Authorization: "Bearer partner-secret",
      Accept: "application/vnd.api.v2+json",
      "Content-Type": "application/json",
    });
  });
});
