/** Whoever reads the log of one failed booking finds the step that failed, and its line of TypeScript. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { locateLine, readStepLine } from "../../scripts/artifact/locate.ts";
import { openTheatre, type RuntimeName } from "../../scripts/sandbox/conversations/index.ts";
import { builtArtifact, builtModule } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";
import { capabilities } from "../skills/fault-cells.ts";

const booking = capabilities.find(({ steps }) => steps.some(([, path]) => path === "/book_record/*"));
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
});

/** One booking that Altegio refuses when it is submitted; a second one, that goes well, of somebody else. */
async function logOfOneFailure(runtime: RuntimeName): Promise<readonly string[]> {
  if (booking === undefined) {
    throw new Error("there is no booking among the capabilities");
  }
  const theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  open.push(theatre);
  const stage = await theatre.open(booking.setting);
  open.unshift(stage);
  const from = stage.sandbox.trace.entries.length;
  const failing = stage.sandbox.conversation({ externalId: "+4915112345678" });
  await booking.before?.(failing);
  stage.service.altegio.faults.add({
    method: "POST",
    path: "/book_record/*",
    fault: { kind: "status", status: 403 },
    times: 9,
  });
  await booking.act(failing);
  return stage.sandbox.trace
    .of("log", from)
    .map(({ message }) => message)
    .filter((message) => message.startsWith("altegio step:"));
}

describe("the log of one failed booking", () => {
  it("names the failing step, in NSL with its line of TypeScript", async () => {
    const lines = await logOfOneFailure("nsl");
    // What follows knows nothing but these lines and the manifest of the build.
    const failed = lines.filter((line) => !line.endsWith("outcome=answered"));
    expect(failed).toHaveLength(1);
    const [line = ""] = failed;
    expect(line).toContain("status=403 outcome=refused");
    const operation = /operation=(\S+)/u.exec(line)?.[1] ?? "";
    expect(operation).not.toBe("");
    expect(lines.filter((other) => other.includes(`operation=${operation} `)).length).toBeGreaterThan(1);
    const places = readStepLine(line).map((place) => locateLine(builtModule().manifest, place));
    const step = places.find((place) => place.ok && place.file === "skills/booking/submit-booking.ts");
    if (step?.ok !== true) {
      throw new Error(`no place in submit-booking.ts: ${JSON.stringify(places)}`);
    }
    const source = readFileSync(step.file, "utf8").split("\n");
    expect(source.slice(step.line - 3, step.line + 2).join("\n")).toMatch(/await ask\(/u);
    expect(places.map((place) => place.ok && place.file).at(-1)).toBe("skills/booking/book-appointment.ts");
  });

  it("has the same steps in Node", async () => {
    const known = (lines: readonly string[]): string[] =>
      lines.map((line) => line.replace(/operation=\S+ (flow=\S+) at=\S+/u, "$1"));
    expect(known(await logOfOneFailure("node"))).toEqual(known(await logOfOneFailure("nsl")));
  });
});
