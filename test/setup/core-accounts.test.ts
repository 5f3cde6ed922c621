/** One promise in accounts whose core has booking tools of its own: one change, one answer, from Altegio. */
import { expect, it, describe } from "vitest";
import { coreBookingSettings, coreTools, toolsAttribute } from "#sdk";
import { attributes } from "../../attributes/index.ts";
import { startAltegio } from "../../scripts/simulator/api/index.ts";
import { actionLog, nodeProgram } from "../../scripts/sandbox/conversations/index.ts";
import { createSandbox, type SandboxOptions } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { connected } from "./account.ts";
import { plainJudge } from "./plain-judge.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 9, 19, 8);

const { check, book, cancel } = coreBookingSettings;
const on = { [check.enabled]: "True", [book.enabled]: "True", [cancel.enabled]: "True" };
const fields = ["services", "staff", "date", "time", "full_name", "phone", "appointment"];
const asked = JSON.stringify({
  type: "object",
  properties: Object.fromEntries(
    fields.map((name) => [name, { type: name === "services" ? "array" : "string" }]),
  ),
});
const routed = {
  ...on,
  ...{ [check.type]: "custom", [book.type]: "custom", [cancel.type]: "custom" },
  ...{ [check.schema]: asked, [book.schema]: asked },
};
const waitingList = {
  description: "Searches the waiting list.",
  conditions: {
    agentPromised: { type: "boolean", description: "The agent says that it joins the queue now." },
  },
  useConversationHistory: false,
};

const accounts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["core off", {}],
  ["core on by default", on],
  ["core routed to the events of modules", routed],
  [
    "tools edited by the user",
    {
      ...on,
      [toolsAttribute]: JSON.stringify({ tools: { my_tool: waitingList, [coreTools.find]: waitingList } }),
    },
  ],
];

/** What is said, how the turn has to end, and what a perfect model has understood. */
const turns = [
  {
    agent: "Let me check availability for you now.",
    facts: { services: ["Pedicure"], date: "2026-10-20" },
    answer: /Tuesday/u,
    calendar: [],
  },
  {
    agent: "I'm submitting your booking now.",
    facts: {
      ...{ services: ["Pedicure"], date: "2026-10-20", time: "10:00" },
      ...{ full_name: "Nora Lindt", confirmed: true },
    },
    answer: /The appointment is booked/u,
    calendar: ["2026-10-20T08:00:00.000Z"],
  },
  {
    agent: "I'm looking up your existing appointments now.",
    facts: {},
    answer: /Pedicure/u,
    calendar: ["2026-10-20T08:00:00.000Z"],
  },
  {
    agent: "I'm moving your appointment now.",
    facts: { appointment: "1", date: "2026-10-22", time: "14:00", confirmed: true },
    answer: /The appointment is moved/u,
    calendar: ["2026-10-22T12:00:00.000Z"],
  },
  {
    agent: "I'm cancelling your appointment now.",
    facts: { appointment: "1", confirmed: true },
    answer: /The appointment is cancelled/u,
    calendar: ["2026-10-22T12:00:00.000Z deleted"],
  },
] as const;

/** What one turn led to. */
interface Outcome {
  readonly fired: readonly string[];
  readonly answers: readonly string[];
  /** Every appointment by its start, cancelled ones included. */
  readonly calendar: readonly string[];
}

async function play(
  executor: NonNullable<SandboxOptions["executor"]>,
  values: Readonly<Record<string, string>>,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly status: string; readonly actions: string[] }> {
  const altegio = await startAltegio({ now: () => new Date(now) });
  const sandbox = await createSandbox({
    artifact: builtArtifact(),
    ...{ executor, now: () => now, brain: plainJudge(), core: true },
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  try {
    await sandbox.install();
    Object.entries({ ...connected, ...values }).forEach(([idn, value]) => {
      sandbox.setAttribute(idn, value);
    });
    await sandbox.publish();
    const caller = sandbox.conversation({ externalId: "+4915198765432" });
    const outcomes: Outcome[] = [];
    for (const { agent, facts } of turns) {
      const { fired, answers } = await caller.say({ user: "Yes.", agent, facts });
      const calendar = altegio.state.records.map(
        ({ start, deleted }) => `${new Date(start).toISOString()}${deleted ? " deleted" : ""}`,
      );
      outcomes.push({ fired, answers, calendar });
    }
    expect(sandbox.trace.of("error", 0)).toEqual([]);
    const status = sandbox.getAttribute("altegio_setup_status");
    const { prefix } = triedModule.module.runtime.frameNames;
    return { outcomes, status, actions: actionLog(sandbox.trace.entries, prefix) };
  } finally {
    await sandbox.close();
    await altegio.close();
  }
}

describe.each(accounts)("an account with %s", (_name, values) => {
  it("has one answer and at most one change for each promise, in both runtimes alike", async () => {
    const inNsl = await play("nsl", values);
    for (const [index, { answer, calendar }] of turns.entries()) {
      const outcome = inNsl.outcomes[index];
      expect(outcome?.answers).toEqual([expect.stringMatching(answer)]);
      expect(outcome?.answers.join()).not.toContain("Core:");
      expect(outcome?.calendar).toEqual(calendar);
      expect(outcome?.fired).toEqual([expect.stringMatching(/^altegio_/u)]);
    }
    const inNode = await play(nodeProgram(triedModule.module), values);
    expect(inNode).toEqual(inNsl);
  });
});

describe("an account whose core's tools are not replaced", () => {
  const kept = { altegio_replace_core_tools: "False" };

  it("hears of one promise twice, once without Altegio", async () => {
    const { outcomes, status } = await play("nsl", { ...on, ...kept });
    expect(outcomes[1]?.answers).toHaveLength(2);
    expect(outcomes[1]?.answers.filter((text) => text.startsWith("Core:"))).toHaveLength(1);
    // Both stand under one tag: core's is judged first, and fires alone.
    expect(outcomes[0]).toMatchObject({ fired: [coreTools.check], calendar: [] });
    expect(status).toContain("altegio_replace_core_tools is off");
    expect(status).toContain("booking on");
  });

  it("is still booked once where core hands it to the module as well", async () => {
    const { outcomes, status } = await play("nsl", { ...routed, ...kept });
    expect(outcomes[0]?.answers).toEqual([expect.stringMatching(/Tuesday/u)]);
    expect(outcomes[1]?.calendar).toEqual(turns[1].calendar);
    expect(status).toContain(
      "availability checks on (custom), booking on (custom), cancellation on (custom)",
    );
  });
});
