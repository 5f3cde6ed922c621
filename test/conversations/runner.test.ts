import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTheatre,
  parseConversations,
  runConversation,
  type ConversationScript,
  type Theatre,
} from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const { words } = triedModule.simulator;

const script = (turns: string, rest = "calendar: []"): string => `
name: A test
integration: newo_voice
connector: newo_voice_connector
now: "2026-10-19T08:00:00Z"
caller: "+4915198765432"
turns:
${turns}
${rest}
`;
const asks = (expect: string): string => `
  - message: A pedicure tomorrow?
    agent: I'm checking the available times now.
    tool: altegio_check_availability_tool
    facts: { services: [Pedicure], date: "2026-10-20" }
    ${expect}
`;

describe("a written conversation", () => {
  test.each([
    [
      "an unknown word",
      script(asks("expected: { contains: x }")),
      "must NOT have additional properties: expected",
    ],
    ["no calendar", script(asks(""), ""), "must have required property 'calendar'"],
    ["a tool nobody promised", script("  - { message: Hi, tool: x }"), "agent"],
    ["an expectation of nothing", script("  - { message: Hi, expect: { contains: x } }"), "tool"],
    ["silence and an answer", script(asks("expect: { contains: x }\n    silent: true")), "must NOT be valid"],
    ["a date that is none", script(asks(""), "calendar: [{ date: tomorrow }]"), "must match pattern"],
    ["no YAML", "name: [", "Flow sequence"],
  ])("with %s is refused", (_, text, why) => {
    expect(() => parseConversations(text, words)).toThrow(why);
  });

  test("may be one of several in a text, with parts that are shared", () => {
    const two = parseConversations(
      `${script("  - &hi { message: Hi }\n  - { <<: *hi, caller: x }")}---${script("  - { message: Ho }")}`,
      words,
    );
    expect(two.map(({ turns }) => turns.map(({ message }) => message))).toEqual([["Hi", "Hi"], ["Ho"]]);
  });
});

describe("a conversation fails", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime: "node" });
  });
  afterAll(() => theatre.close());

  const faults = async (text: string): Promise<string> => {
    const [one] = parseConversations(text, words);
    const report = await runConversation(one as ConversationScript, theatre);
    return report.faults.join("\n");
  };

  test.each([
    ["when a text is missing", asks("expect: { contains: [Free times, banana] }"), 'does not say "banana"'],
    ["when a text must not be there", asks("expect: { not_contains: Free times }"), 'It says "Free times"'],
    ["when a pattern does not match", asks('expect: { regex: "^Free times$" }'), "does not match"],
    ["when it takes another number of requests", asks("requests: 2"), "1 requests instead of 2"],
    ["when the agent is spoken to", asks("silent: true"), "1 instructions instead of 0"],
    ["when a tool is there that must not be", asks("unavailable: true"), "is registered"],
    ["when a planned fault is not met", asks("faults: [{ path: /nowhere, fault: reset }]"), "was not met"],
    [
      "when an event is not sent",
      asks("events: { result_success: { contains: x } }"),
      "0 events result_success instead of one",
    ],
    [
      "when the tool is not there",
      "  - { message: Hi, agent: Now., tool: nothing_tool }",
      "tool not registered: nothing_tool",
    ],
    [
      "when an event comes that nobody expects",
      '  - message: Hi\n    event: get_available_slots\n    payload: { services: [Pedicure], date: "2026-10-20" }',
      "There is an event receive_available_slots",
    ],
  ])("%s", async (_, turns, why) => {
    expect(await faults(script(turns))).toContain(why);
  });

  test("when the calendar is another", async () => {
    const wanted = `{ service: Pedicure, staff: Sofia Rossi, date: "2026-10-20", time: "10:00", client: A B, phone: "4915198765432" }`;
    expect(await faults(script(asks(""), `calendar: [${wanted}]`))).toBe(
      [
        "The calendar lacks: 2026-10-20 10:00 Pedicure, Sofia Rossi, A B 4915198765432",
        "The calendar holds 0 appointments instead of 1.",
      ].join("\n"),
    );
    expect(await faults(script(asks(""), `salon: { booked: [${wanted}] }\ncalendar: []`))).toContain(
      "The calendar holds: 2026-10-20 10:00 Pedicure",
    );
    expect(await faults(script(asks("")))).toBe("");
  });

  test("and is not played when it is written wrongly", async () => {
    await expect(faults(script(asks(""), "salon: { country: Atlantis }\ncalendar: []"))).rejects.toThrow(
      "Atlantis",
    );
    await expect(faults(script(asks(""), "salon: { hours: { Nobody: {} } }\ncalendar: []"))).rejects.toThrow(
      "Nobody",
    );
    await expect(faults(script(asks('team: [{ cancels: "2026-10-20 10:00" }]')))).rejects.toThrow(
      "no appointment",
    );
  });
});
