/** What belongs to the user, to callers and to running operations, on the built artifact. */
import { afterAll, describe, expect, it } from "vitest";
import { canvasAttribute, toolsAttribute } from "#sdk";
import { demoSalon } from "../../scripts/simulator/api/index.ts";
import { closeAccounts, connected, newAccount, publish, statusOf, theArtifact, valuesOf } from "./account.ts";
import { userContent } from "./user-content.ts";
import { definitionsVersion } from "../../attributes/version.ts";

const switches = ["availability", "booking", "cancellation", "reschedule", "existing_appointments"].map(
  (name) => `altegio_${name}_enabled`,
);

afterAll(closeAccounts);

describe("what the user owned before the module came", () => {
  it("is byte-identical after everything of the module was added, updated and taken out again", async () => {
    const owned = { ...userContent, ...connected };
    const account = await newAccount(owned);
    const before = valuesOf(account);
    await publish(account);
    expect(account.sandbox.getAttribute(toolsAttribute)).not.toBe(before[toolsAttribute]);
    expect(account.sandbox.getAttribute(canvasAttribute)).not.toBe(before[canvasAttribute]);
    await account.sandbox.forceUpdate(theArtifact());
    await publish(account);
    for (const idn of switches) {
      account.sandbox.setAttribute(idn, "False");
    }
    await publish(account);
    const after = valuesOf(account);
    for (const idn of Object.keys(owned)) {
      expect(after[idn], idn).toBe(before[idn]);
    }
    for (const idn of Object.keys(after).filter((name) => !name.startsWith("altegio_"))) {
      expect(after[idn], idn).toBe(before[idn]);
    }
    expect(account.sandbox.account.project.idns).toEqual([]);
  });

  it("is not even read back and written again while altegio_setup_scenarios is off", async () => {
    const account = await newAccount({ ...userContent, ...connected, altegio_setup_scenarios: "false" });
    await publish(account);
    expect(account.sandbox.getAttribute(canvasAttribute)).toBe(userContent[canvasAttribute]);
    expect(account.sandbox.events.map(({ idn }) => idn)).not.toContain("gm_prepare_instructions");
  });
});

describe("an update of a running account", () => {
  it("keeps values, catalogue, edits, appointments and what is under way", async () => {
    const account = await newAccount({ ...userContent, ...connected });
    await publish(account);
    const caller = account.sandbox.conversation();
    const { attributes } = account.sandbox.account.persona(caller.personaId);
    attributes.set("altegio_appointments", '[{"record_id":"1"}]');
    attributes.set("altegio_frames_BookingFlow", 'f00  31:{"at":"x","vars":{},"up":null}');
    const [values, persona] = [valuesOf(account), new Map(attributes)];
    await account.sandbox.forceUpdate(theArtifact());
    await account.sandbox.install(theArtifact());
    account.sandbox.sendEvent("start_update_event", "api", "environment");
    account.sandbox.sendEvent("import_finish", "system", "customer");
    account.sandbox.sendEvent("project_import_finish", "system", "customer");
    await account.sandbox.settle();
    expect({ ...valuesOf(account), altegio_setup_status: "" }).toEqual({
      ...values,
      altegio_setup_status: "",
    });
    expect(attributes).toEqual(persona);
    expect(account.sandbox.account.personas.size).toBe(2);
    expect(account.sandbox.trace.of("error")).toEqual([]);
  });

  it("is refused as a whole when the account has a newer version", async () => {
    const account = await newAccount({ ...userContent, ...connected, altegio_module_version: "0.10.0" });
    const before = valuesOf(account);
    await publish(account);
    // The persona is made before any handler runs.
    const plain = { altegio_setup_status: "", altegio_setup_persona: "" };
    expect({ ...valuesOf(account), ...plain }).toEqual({ ...before, ...plain });
    expect(statusOf(account)).toContain(
      "Version: this account was set up by 0.10.0, which is newer, so nothing was changed",
    );
    expect(account.altegio.requests).toEqual([]);
    expect(account.sandbox.account.connectors.size).toBe(0);
    account.sandbox.setAttribute("altegio_module_version", "0.0.9");
    await publish(account);
    expect(account.sandbox.getAttribute("altegio_module_version")).toBe(definitionsVersion);
    expect(statusOf(account)).toContain(
      `Version: ${definitionsVersion}, updated from 0.0.9 with 0 migrations`,
    );
  });
});

describe("two publishes at once", () => {
  it("end as one does", async () => {
    const single = await newAccount({ ...userContent, ...connected });
    await publish(single);
    const double = await newAccount({ ...userContent, ...connected });
    double.sandbox.sendEvent("project_publish_finish", "system", "project");
    double.sandbox.sendEvent("project_publish_finish", "system", "project");
    await double.sandbox.settle();
    const plain = (values: Record<string, string>): Record<string, string> => ({
      ...values,
      altegio_setup_status: "",
      altegio_setup_persona: "",
    });
    expect(plain(valuesOf(double))).toEqual(plain(valuesOf(single)));
    expect(double.sandbox.trace.of("error")).toEqual([]);
    // The one that does not load writes the scenarios first; then come the lists they refer to.
    expect(double.sandbox.events.filter(({ idn }) => idn === "gm_prepare_itm")).toHaveLength(2);
  });
});

describe("secrets", () => {
  it("stay in their two attributes", async () => {
    const salon = demoSalon();
    const named = {
      ...salon,
      locations: salon.locations.map((location) => ({
        ...location,
        services: location.services.map((service) => ({
          ...service,
          title: `${service.title} [[altegio_partner_token]]`,
        })),
      })),
    };
    const account = await newAccount({ ...userContent, ...connected }, { salon: named });
    await publish(account);
    const { altegio_partner_token: partner, altegio_user_token: user, ...rest } = valuesOf(account);
    expect([partner, user]).toEqual([connected.altegio_partner_token, connected.altegio_user_token]);
    const personas = [...account.sandbox.account.personas.values()].map(({ attributes }) => [...attributes]);
    const told = JSON.stringify([rest, personas, account.sandbox.events, account.sandbox.trace.of("log")]);
    for (const secret of Object.entries(connected).filter(([idn]) => idn.endsWith("_token"))) {
      expect(told).not.toContain(secret[1]);
    }
    // A name in Altegio must not be able to call a token into a prompt.
    expect(rest["altegio_services_text"]).toContain("(altegio_partner_token)");
    expect(JSON.stringify([rest, personas])).not.toContain("[[altegio_partner_token]]");
  });
});

describe("a big location", () => {
  it("is loaded as a small one is", async () => {
    const salon = demoSalon();
    const [berlin] = salon.locations;
    const [service, member] = [berlin?.services[0], berlin?.staff[0]];
    if (berlin === undefined || service === undefined || member === undefined) {
      throw new Error("the demo salon is empty");
    }
    const services = Array.from({ length: 300 }, (_, index) => ({
      ...service,
      id: 1000 + index,
      title: `Treatment number ${index}`,
      categoryId: berlin.categories[index % 4]?.id ?? 0,
    }));
    const staff = Array.from({ length: 60 }, (_, index) => ({
      ...member,
      id: 5000 + index,
      name: `Member number ${index}`,
      links: services
        .filter((_service, at) => at % 6 === index % 6)
        .map(({ id }) => ({ serviceId: id, seconds: 2700, priceMin: 20, priceMax: 30 })),
    }));
    const locations = [{ ...berlin, services, staff }, ...salon.locations.slice(1)];
    const account = await newAccount({ ...userContent, ...connected }, { salon: { ...salon, locations } });
    await publish(account);
    expect(statusOf(account)).toContain(
      "300 services and 60 staff of Lindenhof Studio (Europe/Berlin) loaded\n",
    );
    const values = valuesOf(account);
    expect(values["altegio_services_text"]?.length).toBeLessThanOrEqual(8010);
    expect(values["altegio_services_text"]).toContain("Colour: Treatment number 1; Treatment number 101; ");
    expect(values["altegio_staff_text"]?.split("\n")).toHaveLength(60);
    const catalog = JSON.parse(values["altegio_catalog"] ?? "") as {
      services: unknown[];
      staff: { services: string[] }[];
    };
    expect(catalog.services[0]).toMatchObject({ id: "1000", seconds: 2700 });
    expect(catalog.staff.every(({ services: done }) => done.length === 50)).toBe(true);
  });
});
