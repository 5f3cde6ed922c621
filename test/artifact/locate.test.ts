import { describe, expect, it } from "vitest";
import { locateLine, readLogLine, readStepLine } from "../../scripts/artifact/locate.ts";
import type { Manifest } from "../../scripts/artifact/manifest.ts";

const skill = (flow: string, idn: string): Manifest["files"][number] => ({
  path: `altegio_integration/agents/AltegioAgent/flows/${flow}/skills/${idn}.nsl`,
  sha256: "0",
  size: 1,
  sources: ["skills/booking/place-booking.ts", "skills/shared/phone.ts"],
  lines: [
    [2, 0, 40],
    [5, 1, 7],
  ],
});

const manifest: Manifest = {
  manifestVersion: 1,
  identity: {
    projectIdn: "p",
    title: "p",
    description: "",
    version: "1.0.0",
    registry: "r",
    registryItemIdn: "R",
    agentIdn: "AltegioAgent",
    attributePrefix: "sample_",
    connectorIdn: "c",
  },
  files: [skill("BookingFlow", "_place"), skill("BookingFlow", "_shared"), skill("SetupFlow", "_shared")],
};

describe("locateLine", () => {
  it("finds the source of a line, and of a line that has no origin of its own", () => {
    expect(locateLine(manifest, { flow: "BookingFlow", skill: "_place", line: 5 })).toMatchObject({
      ok: true,
      file: "skills/shared/phone.ts",
      line: 7,
    });
    expect(locateLine(manifest, { flow: null, skill: "_place", line: 4 })).toMatchObject({
      file: "skills/booking/place-booking.ts",
      line: 40,
    });
  });

  it("leads to where the skill begins when the line is not known", () => {
    expect(locateLine(manifest, { flow: "BookingFlow", skill: "_place", line: null })).toMatchObject({
      file: "skills/booking/place-booking.ts",
      line: 40,
    });
  });

  it("says what is missing", () => {
    const reasonOf = (flow: string | null, name: string, line: number): string => {
      const located = locateLine(manifest, { flow, skill: name, line });
      return located.ok ? "" : located.reason;
    };
    expect(reasonOf("SetupFlow", "_place", 5)).toBe(
      "There is no skill _place in SetupFlow. It is in BookingFlow.",
    );
    expect(reasonOf(null, "_shared", 5)).toContain("name one of BookingFlow, SetupFlow");
    expect(reasonOf("BookingFlow", "_place", 1)).toContain("made by the compiler itself");
  });
});

describe("readLogLine", () => {
  it.each([
    ["error in BookingFlow/_place:14", "BookingFlow", "_place", 14],
    ["BookingFlow _place.nsl line 3: 'x' is undefined", "BookingFlow", "_place", 3],
    ['{"flow_idn":"BookingFlow","skill_idn":"_place","message":"bad at line 9"}', "BookingFlow", "_place", 9],
    ["skill=_place line=2", null, "_place", 2],
    ["BookingFlow/_place: the request was refused", "BookingFlow", "_place", null],
    ["flow=BookingFlow skill=_place status=502", "BookingFlow", "_place", null],
    ["AltegioAgent/flows/BookingFlow/skills/_place.nsl:14: undefined", "BookingFlow", "_place", 14],
    ['{"flowIdn": "BookingFlow", "skillIdn": "_place", "lineno": 4}', "BookingFlow", "_place", 4],
    [
      '{"log": "{\\"flow_idn\\":\\"BookingFlow\\",\\"skill_idn\\":\\"_place\\"}"}',
      "BookingFlow",
      "_place",
      null,
    ],
    ["workflow=Main flow=BookingFlow skill=_place deadline: 20", "BookingFlow", "_place", null],
  ])("reads %s", (text, flow, name, line) => {
    expect(readLogLine(text)).toEqual({ flow, skill: name, line });
  });

  it.each([
    "altegio step: operation=7d0c flow=BookingFlow at=_ask_2<_submit_3 status=403 outcome=refused",
    '{"message":"altegio step: operation=7d0c flow=BookingFlow at=_ask_2\\u003c_submit_3 status=403"}',
    "<p>altegio step: operation=7d0c flow=BookingFlow at=_ask_2&lt;_submit_3 status=403 outcome=refused</p>",
  ])("reads the places of a step out of %s", (text) => {
    expect(readStepLine(text).map(({ flow, skill: idn }) => `${String(flow)}/${idn}`)).toEqual([
      "BookingFlow/_ask_2",
      "BookingFlow/_submit_3",
    ]);
  });

  it("gives null for anything else", () => {
    expect(readLogLine("connection closed")).toBeNull();
  });
});
