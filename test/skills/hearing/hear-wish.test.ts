import { describe, expect, it } from "vitest";
import { corePayloadArgument } from "#sdk";
import type { JsonObject, JsonValue } from "#sdk";
import { extract, payloadOrHeard, readPayload } from "../../../skills/hearing/hear-wish.ts";
import type { Extraction } from "../../../skills/hearing/hear-wish.ts";
import { MemoryHost } from "../memory-host.ts";

const event = (given?: JsonValue) => ({
  idn: "x",
  integrationIdn: "system",
  connectorIdn: "system",
  arguments: given === undefined ? {} : { [corePayloadArgument]: given },
});
const extraction: Extraction = {
  task: "booking an appointment",
  schema: { type: "object", required: ["date", "time", "services"] },
  clock: { today: "2026-09-18", now: "15:04" },
  appointments: "",
};
const customer = { altegio_services_text: "Hair: Haircut", altegio_staff_text: "James (Barber)" };

describe("core's payload", () => {
  const names = ["date", "services"];
  it.each<[JsonValue | undefined, JsonObject | null]>([
    [
      { date: "2026-09-21", other: "x" },
      { date: "2026-09-21", other: "x" },
    ],
    ['{"services":["Haircut"]}', { services: ["Haircut"] }],
    [
      { services: ["Haircut"], date: "unknown" },
      { services: ["Haircut"], date: "" },
    ],
    [{ other: "x" }, null],
    [{ date: "soon", services: [] }, null],
    [{ date: "N/A", services: ["none"] }, null],
    ["not JSON", null],
    [undefined, null],
  ])("%j is read as %j", (given, payload) => {
    expect(readPayload(event(given), names)).toEqual(payload);
  });
});

describe("what is wanted", () => {
  const heard = { date: "2026-09-22", time: "10:00", services: ["Haircut"] };
  const wanted = (payload: JsonObject | null, isEnough: boolean): readonly [JsonObject, number] => {
    const host = new MemoryHost({ customer, generated: heard });
    const found = payloadOrHeard(host.context(), payload, isEnough, extraction);
    return [found, host.calls("Gen").length];
  };

  it("is the payload alone where it is enough, else what was heard where it says nothing", () => {
    const payload = { date: "2026-09-21", time: "noonish", more: "x" };
    expect(wanted(payload, true)).toEqual([payload, 0]);
    expect(wanted(payload, false)).toEqual([
      { date: "2026-09-21", time: "10:00", services: ["Haircut"], more: "x" },
      1,
    ]);
    expect(wanted(null, true)).toEqual([heard, 1]);
    expect(wanted(null, false)).toEqual([heard, 1]);
  });
});

describe("what the language model is given", () => {
  const asked = (more: Partial<Extraction>): string => {
    const host = new MemoryHost({ customer, generated: { date: "N/A", time: "10:00" } });
    expect(extract(host.context(), { ...extraction, ...more })).toEqual({ date: "", time: "10:00" });
    expect(host.calls("GetMemory").map((call) => Object.values(call).map(String))).toEqual([
      expect.arrayContaining(["40"]),
    ]);
    return JSON.stringify(host.calls("Gen"));
  };

  it("has the task, the moment, the catalogue, the conversation, and appointments where they matter", () => {
    const plain = asked({});
    for (const part of [
      "booking an appointment",
      "Friday, 2026-09-18, 15:04",
      "Hair: Haircut",
      "James (Barber)",
      "User: I would like an appointment.",
    ]) {
      expect(plain).toContain(part);
    }
    expect(plain).not.toContain("appointments:");
    const short = asked({ withoutLists: true });
    expect(short).not.toMatch(/Hair: Haircut|James \(Barber\)|Services:|Staff:|in the lists/u);
    expect(short).toContain("User: I would like an appointment.");
    const listed = asked({ appointments: "1. Haircut with James" });
    expect(listed).toMatch(/appointments:\\n1[.] Haircut with James\\n/u);
  });
});
