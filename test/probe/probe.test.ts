/** The probe on accounts that behave in different ways, and what is made of its reports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  answersOf,
  compareReport,
  probeTree,
  readReport,
  ReportError,
  type ComparedAssumption,
  type ProbeReport,
} from "../../scripts/probe/index.ts";
import { assumptions } from "../../scripts/probe/assumptions.ts";
import { createSandbox, scriptedBrain, type SandboxOptions } from "../../scripts/sandbox/platform/index.ts";
import { canvasAttribute } from "../../scripts/sdk/contract.ts";
import { root } from "../assemble/built-module.ts";

const settings = ["salon_key"];

interface Probed {
  readonly report: ProbeReport;
  /** By heading and symbol. */
  readonly compared: ReadonlyMap<string, ComparedAssumption>;
}

function keyOf({ heading, symbol }: Pick<ComparedAssumption, "heading" | "symbol">): string {
  return symbol === "" ? heading : `${heading}/${symbol}`;
}

function compare(report: ProbeReport): Probed["compared"] {
  return new Map(compareReport(report, {}).map((one) => [keyOf(one), one]));
}

function reportOf(answers: ProbeReport["answers"]): ProbeReport {
  return { probe: 1, version: "", builder: "", read: "", answers, actions: {} };
}

/** Publishes the probe, lets a caller come, and two minutes pass. */
async function probed(
  options: Partial<SandboxOptions> = {},
  attributes: Readonly<Record<string, string>> = {},
): Promise<Probed> {
  let now = Date.UTC(2026, 11, 1, 9);
  const sandbox = await createSandbox({
    artifact: probeTree({ version: "1.0.0", url: "https://api.example.com/", settings }),
    now: () => now,
    brain: scriptedBrain(),
    hosts: { "https://api.example.com": "http://service.invalid" },
    fetch: (url) =>
      Promise.resolve(
        url === "http://service.invalid"
          ? new Response('{"hello":true}', { status: 200 })
          : new Response("not here", { status: 404 }),
      ),
    ...options,
  });
  onTestFinished(() => sandbox.close());
  await sandbox.install();
  Object.entries(attributes).forEach(([idn, value]) => {
    sandbox.setAttribute(idn, value);
  });
  await sandbox.publish();
  const caller = sandbox.conversation({ externalId: "+4915198765432" });
  await caller.fire("session_started");
  now += 120_000;
  await sandbox.settle();
  const { customer } = sandbox.account;
  const answers = answersOf(customer.idns.map((idn) => ({ idn, value: customer.value(idn) })));
  const report = reportOf(answers);
  return { report, compared: compare(report) };
}

function states({ compared }: Probed, state: ComparedAssumption["state"]): string[] {
  return [...compared].filter(([, one]) => one.state === state).map(([key]) => key);
}

test("On the likeliest account nothing is contradicted, and only what has to be waited for is open.", async () => {
  const canvas = JSON.stringify({
    types: [
      { idn: "introduction", title: "Secret", items: [] },
      { idn: "intent_types", items: [{ idn: "a", title: "Secret" }] },
      { idn: "scenarios", items: [] },
      { idn: "procedures", items: [] },
    ],
  });
  const found = await probed({}, { [canvasAttribute]: canvas, salon_key: "Secret" });
  expect(states(found, "contradicted")).toEqual([]);
  expect(states(found, "open")).toEqual([
    "Argument of free times/sendAvailableSlots",
    "Which result is meant/sendBookingResult",
    "Form of a payload/corePayloadArgument",
    "Fields of a booking/coreBookingIdNames",
    "Arguments of a tool's event/coreTools",
    "Core's own tools/coreBookingSettings",
    "Arguments of the follow-up timer/setsFollowUp",
    "Arguments of a section/userDataEvent",
    "Speaking to the caller/urgentMessageEvent",
  ]);
  expect(JSON.stringify(found.report)).not.toMatch(/Secret|4915198765432/u);
  const { compared } = found;
  expect(compared.get("HTTP results/httpErrorEvent")?.says).toBe(
    "A request without an answer ends in result_error.",
  );
  expect(compared.get("Where settings are kept")?.says).toContain(
    "of the settings 1 are kept with the customer",
  );
  expect(compared.get("The dialect/fixedAssumptions")?.says).toBe(
    "A script finds json, re, datetime, uuid and zoneinfo.",
  );
});

test.each<[string, Partial<SandboxOptions>, Readonly<Record<string, string>>]>([
  [
    "ids of actors",
    { platformShape: { actors: "ids" } },
    { "Form of an actor/phoneIntegrations": "GetActors gives list of other." },
  ],
  [
    "ids of actors as text",
    { platformShape: { actors: "texts" } },
    { "Form of an actor/phoneIntegrations": "GetActors gives list of text." },
  ],
  [
    "a bare field of an act",
    { resultShape: { act: "value" } },
    { "One field of an act/httpResultEvents": "Asked for one field, GetAct gives text." },
  ],
  [
    "other arguments of a result",
    { resultShape: { bodyArgument: "response", statusArgument: "status", status: "number" } },
    { "Arguments of an HTTP result/httpResultArguments": "Results have response and status" },
  ],
  [
    "refusals as errors",
    { resultShape: { errorEvents: ["result_error"] } },
    { "Arguments of an HTTP result/httpResultEvents": "A refusal (code 404) comes as result_error." },
  ],
  [
    "a connector that hides its status",
    { platformShape: { connectorStatus: "hidden" } },
    { "An existing connector/connectorRunning": "and no status." },
  ],
])("An account with %s is as the readers can take it, and it is told.", async (_, options, expected) => {
  const found = await probed(options);
  expect(states(found, "contradicted")).toEqual([]);
  for (const [key, says] of Object.entries(expected)) {
    expect(found.compared.get(key)?.says).toContain(says);
  }
});

test("What the readers cannot take is contradicted, at the line of its constant.", async () => {
  const found = await probed({
    resultShape: { bodyArgument: "content", events: ["magic_http_response"] },
    platformShape: { schema: "text" },
  });
  expect(states(found, "contradicted")).toEqual([
    "Arguments of an HTTP result/httpResultArguments",
    "The answer of the model/schemaForm",
  ]);
  const { file, line, says } = found.compared.get("The answer of the model/schemaForm") ?? {};
  const source = readFileSync(join(root, file ?? ""), "utf8").split("\n");
  expect(source[(line ?? 0) - 1]).toContain("schemaForm");
  expect(says).toBe("A schema as an object is refused, as text taken.");
});

test("Events of core's are compared when they were seen, by the names of their arguments.", () => {
  const seen = (idn: string, names: readonly string[], more = {}) => ({
    [`event_${idn}`]: { ended: true, names: names.map((name) => [name, "text"]), fields: [], ...more },
  });
  const good = compare(
    reportOf({
      ...seen("receive_available_slots", ["output"]),
      ...seen("convoagent_update_custom_user_data", ["sectionName", "sectionValue"]),
      ...seen("result_success", ["targetAction"], { target: "book_slot" }),
      ...seen("book_slot", ["payload"], { payload: "text" }),
      ...seen("convo_agent_cancel_booking", ["payload"], {
        payload: "object",
        fields: [["bookingId", "text"]],
      }),
    }),
  );
  const bad = compare(
    reportOf({
      ...seen("receive_available_slots", ["slots"]),
      ...seen("convoagent_update_custom_user_data", ["name", "value"]),
      ...seen("result_success", ["targetAction"], { target: "make_booking" }),
      ...seen("book_slot", ["data"]),
      ...seen("convo_agent_cancel_booking", ["data"], { fields: [["reference", "text"]] }),
    }),
  );
  for (const key of [
    "Argument of free times/sendAvailableSlots",
    "Arguments of a section/userDataEvent",
    "Which result is meant/sendBookingResult",
    "Form of a payload/corePayloadArgument",
    "Fields of a booking/coreBookingIdNames",
  ]) {
    expect([key, good.get(key)?.state, bad.get(key)?.state]).toEqual([key, "confirmed", "contradicted"]);
  }
});

test("Every unknown of the page is asked about.", () => {
  const page = readFileSync(join(root, "docs/platform.md"), "utf8");
  const unknown = page.slice(page.indexOf("\n## Not known\n")).matchAll(/^### (.+)$/gmu);
  const asked = new Set(assumptions.map(({ heading }) => heading));
  expect([...unknown].map(([, heading = ""]) => heading).filter((heading) => !asked.has(heading))).toEqual(
    [],
  );
  expect(new Set(assumptions.map(keyOf)).size).toBe(assumptions.length);
  for (const heading of asked) {
    expect(page).toContain(`### ${heading}\n`);
  }
});

test("A text that is no report is refused.", () => {
  for (const text of ["", "[]", '{"probe":2,"answers":{}}', '{"probe":1,"answers":{"a":"b"}}']) {
    expect(() => readReport(text)).toThrow(ReportError);
  }
});
