import { join } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { httpResultEvents } from "#sdk";
import { moduleDefinition } from "../../module/index.ts";
import { writeBuild, type Build } from "../../scripts/assemble/index.ts";
import { buildProject } from "../../scripts/cli/build-project.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { builtModule, root } from "./built-module.ts";
import { filesOf } from "./files-of.ts";
import { openProject } from "../../scripts/project/index.ts";

let build: Build;
beforeAll(() => {
  build = builtModule();
});

describe("buildModule", () => {
  it("subscribes every flow that sends requests to the connector's results", () => {
    expect(build.model.flows.map(({ idn }) => idn)).toEqual([
      ...moduleDefinition.flows.map(({ idn }) => idn),
      "Metadata",
    ]);
    for (const idn of ["SetupFlow", "AvailabilityFlow", "BookingFlow"]) {
      const flow = build.model.flows.find((candidate) => candidate.idn === idn);
      const results = (flow?.events ?? []).filter(({ integrationIdn }) => integrationIdn === "http");
      expect(results.map((event) => `${event.idn} ${event.connectorIdn}`)).toEqual(
        httpResultEvents.map((event) => `${event} altegio_connector`),
      );
      expect(new Set(results.map(({ skillIdn }) => skillIdn)).size).toBe(1);
    }
  });

  it("starts the skill of an event's own handler", () => {
    const booking = build.model.flows.find(({ idn }) => idn === "BookingFlow");
    expect(booking?.events[0]).toEqual({
      idn: "altegio_book_appointment_tool",
      skillIdn: "BookAppointmentSkill",
      integrationIdn: "system",
      connectorIdn: "system",
    });
  });

  it("gives the same bytes twice", async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    writeBuild(build, first);
    const { build: again } = await buildProject(openProject(root));
    writeBuild(again ?? { ...build, tree: new Map() }, second);
    const files = filesOf(first);
    expect(files).toEqual(filesOf(second));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "manifest.json",
        "artifact/import_version.txt",
        "altegio_integration-0.1.0.zip",
      ]),
    );
  });

  it("writes a source map for every skill, outside the artifact, that leads to the sources", () => {
    const folder = temporaryFolder();
    const { maps, folder: artifact } = writeBuild(build, folder);
    const written = filesOf(maps);
    const skills = build.model.flows.flatMap((flow) =>
      flow.skills.map((skill) => `${flow.idn}/${skill.idn}`),
    );
    expect([...written.keys()].sort()).toEqual(skills.map((name) => `${name}.nsl.map`).sort());
    expect([...filesOf(artifact).keys()].filter((file) => file.endsWith(".map"))).toEqual([]);

    const text = build.model.flows
      .find(({ idn }) => idn === "BookingFlow")
      ?.skills.find(({ idn }) => idn === "BookAppointmentSkill")?.text;
    const line = (text ?? "").split("\n").findIndex((candidate) => candidate.includes("set fromCore")) + 1;
    const map = new TraceMap(written.get("BookingFlow/BookAppointmentSkill.nsl.map") ?? "");
    const origin = originalPositionFor(map, { line, column: 20 });
    const source = readFileSync(join(root, origin.source ?? ""), "utf8").split("\n");
    expect(source[(origin.line ?? 0) - 1]).toContain("fromCore");
  });

  it("replaces the maps of an earlier build", () => {
    const folder = temporaryFolder();
    writeBuild({ ...build, maps: new Map([["Old/Old.nsl.map", "{}\n"]]) }, folder);
    const { maps } = writeBuild(build, folder);
    expect([...filesOf(maps).keys()]).not.toContain("Old/Old.nsl.map");
  });
});

describe("buildModule with mistakes", () => {
  const skill = join(root, "skills/availability/check-availability.ts");
  const text = readFileSync(skill, "utf8");

  it("reports a type error where it stands and gives no build", async () => {
    const overlay = new Map([[skill, `${text}\nexport const wrong: number = "text";\n`]]);
    const { build: none, problems } = await buildProject(openProject(root), overlay);
    expect(none).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: "error",
      position: { file: "skills/availability/check-availability.ts", line: text.split("\n").length + 1 },
    });
  });

  it("reports the problems of several stages at once", async () => {
    const extra = join(root, "skills/zzz.ts");
    const overlay = new Map([
      [extra, "export function bookAppointment(): void {}\n"],
      [skill, `${text}\nexport const wrong: number = "text";\n`],
    ]);
    const { problems } = await buildProject(openProject(root), overlay);
    expect(problems.map(({ name }) => name)).toContain("build/handler-exported-twice");
    expect(problems.length).toBeGreaterThan(1);
  });

  it("reports a handler that is gone", async () => {
    const overlay = new Map([
      [skill, text.replace("export async function checkAvailability", "async function gone")],
    ]);
    const { build: none, problems } = await buildProject(openProject(root), overlay);
    expect(none).toBeNull();
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toContain(
      'BLD3001 No file of skills/ exports a function "checkAvailability", which the flow "AvailabilityFlow" uses.',
    );
  });
});
