import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { attributeGroup } from "../../attributes/index.ts";
import { moduleDefinition } from "../../module/index.ts";
import { requestHeaders } from "../../module/authorization.ts";
import { MemoryHost } from "../skills/memory-host.ts";
import { definitionsVersion } from "../../attributes/version.ts";

describe("moduleDefinition", () => {
  it("has the version of module.yaml", () => {
    const yaml = parse(readFileSync(new URL("../../module.yaml", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(definitionsVersion).toBe(yaml.version);
  });

  it("shows its attributes in the group of its registry item", () => {
    const yaml = parse(readFileSync(new URL("../../module.yaml", import.meta.url), "utf8")) as {
      registry_item: string;
    };
    expect(attributeGroup).toBe(`Module - ${yaml.registry_item}`);
  });

  it("subscribes each flow to its events", () => {
    const events = moduleDefinition.flows.map((flow) => [
      flow.idn,
      flow.events.map(
        (event) => `${event.idn} ${event.integration}/${event.connector} ${event.handler.name}`,
      ),
    ]);
    expect(events).toEqual([
      [
        "SetupFlow",
        [
          "project_publish_finish system/project setUp",
          "import_finish system/customer setUp",
          "project_import_finish system/customer setUp",
          "start_update_event api/environment setUp",
          "integration_test api/webhook checkItself",
        ],
      ],
      [
        "AvailabilityFlow",
        [
          "altegio_check_availability_tool system/system checkAvailability",
          "get_available_slots system/system checkAvailability",
        ],
      ],
      [
        "BookingFlow",
        [
          "altegio_book_appointment_tool system/system bookAppointment",
          "book_slot system/system bookAppointment",
          "altegio_cancel_appointment_tool system/system cancelAppointment",
          "convo_agent_cancel_booking system/system cancelAppointment",
          "altegio_reschedule_appointment_tool system/system rescheduleAppointment",
          "reschedule_booking_tool system/system rescheduleAppointment",
          "altegio_late_answer system/system settleLateAnswer",
        ],
      ],
      [
        "AppointmentsFlow",
        [
          "altegio_find_appointments_tool system/system findAppointments",
          "session_started system/system recogniseCaller",
        ],
      ],
    ]);
  });

  it("has one tool a capability, of which two need the user token", () => {
    const tools = moduleDefinition.tools.map((tool) => [
      tool.idn,
      tool.conflictTag,
      tool.requires.length > 0,
    ]);
    expect(tools).toEqual([
      ["altegio_check_availability_tool", "availability", false],
      ["altegio_book_appointment_tool", "booking", false],
      ["altegio_cancel_appointment_tool", "booking", false],
      ["altegio_reschedule_appointment_tool", "booking", true],
      ["altegio_find_appointments_tool", "appointments", true],
    ]);
  });

  it("has an event for every tool and a switch for each", () => {
    const events = moduleDefinition.flows.flatMap((flow) => flow.events.map((event) => event.idn));
    const switches = moduleDefinition.attributes.filter((attribute) => attribute.valueType === "bool");
    for (const tool of moduleDefinition.tools) {
      expect(events).toContain(tool.idn);
      expect(switches.map((attribute) => attribute.idn)).toContain(tool.enabledBy);
      expect(tool.conditions.length).toBeGreaterThan(0);
    }
  });
});

describe("requestHeaders", () => {
  const ctx = new MemoryHost({
    customer: { altegio_partner_token: " p ", altegio_user_token: "" },
    project: { altegio_user_token: "u" },
  }).context();

  it("carries the tokens the request needs and no other", () => {
    expect(requestHeaders(ctx, "none")).not.toHaveProperty("Authorization");
    expect(requestHeaders(ctx, "partner")["Authorization"]).toBe("Bearer p");
    expect(requestHeaders(ctx, "user")["Authorization"]).toBe("Bearer p, User u");
    expect(requestHeaders(ctx, "user")["Accept"]).toBe("application/vnd.api.v2+json");
  });
});
