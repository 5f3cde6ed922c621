/** What it costs to set an account up and to ask it, by the size of its catalogue. */
import { moduleDefinition } from "../../../module/index.ts";
import * as runtime from "../../../module/runtime.ts";
import type { ArtifactTree } from "../../model/types.ts";
import { actionLog, nodeProgram, type RuntimeName } from "../../sandbox/conversations/index.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../../sandbox/platform/index.ts";
import { startAltegio } from "../api/index.ts";
import { salonSettings } from "../conversations/salon-service.ts";
import { type AccountSize, largeSalon } from "./large-salon.ts";

/** What one operation cost. */
export interface LoadFigure {
  readonly operation: string;
  /** Calls of skills, sub-skills included; 0 in Node, which has none. */
  readonly calls: number;
  readonly actions: number;
  readonly requests: number;
  /** Characters of the largest attribute of suspended skills that was written. */
  readonly frame: number;
  /** What stopped a skill. */
  readonly errors: readonly string[];
  /** The ordered actions, to be compared with those of the other runtime. */
  readonly log: readonly string[];
}

/** The sizes that `npm run bench` prints. */
export const accountSizes: readonly AccountSize[] = [
  { services: 12, staff: 5 },
  { services: 240, staff: 25 },
  { services: 600, staff: 40 },
];

/** Monday, 19 October 2026, 10:00 in Berlin. */
const start = Date.UTC(2026, 9, 19, 8);

/**
 * Imports the module into an account that is connected, publishes it, and asks for free times: with the catalogue, without
 * one, and with one that is more than a day old.
 */
export async function measureAccount(
  artifact: ArtifactTree,
  size: AccountSize,
  runtimeName: RuntimeName,
): Promise<LoadFigure[]> {
  let now = start;
  const salon = largeSalon(size);
  const altegio = await startAltegio({ now: () => new Date(now), salon });
  const sandbox = await createSandbox({
    artifact,
    executor: runtimeName === "nsl" ? "nsl" : nodeProgram({ definition: moduleDefinition, runtime }),
    now: () => now,
    brain: scriptedBrain(),
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: moduleDefinition.attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  try {
    await sandbox.install();
    for (const { idn, value } of salonSettings(salon.locations[0]?.id ?? 0)) {
      sandbox.setAttribute(idn, value);
    }
    const caller = sandbox.conversation({ externalId: "+4915112345678" });
    const ask = (date: string) => (): Promise<unknown> =>
      caller.say({
        ...{ user: "Please.", agent: "One moment.", tool: "altegio_check_availability_tool" },
        facts: { services: ["Treatment number 7 with aftercare"], date },
      });
    const imported = await measured(sandbox, "import", () => {
      sandbox.sendEvent("project_import_finish", "system", "customer");
      return sandbox.settle();
    });
    const published = await measured(sandbox, "publish after it", () => sandbox.publish());
    const again = await measured(sandbox, "publish", () => sandbox.publish());
    const warm = await measured(sandbox, "free times", ask("2026-10-20"));
    sandbox.setAttribute("altegio_catalog", "");
    const cold = await measured(sandbox, "free times, no catalogue", ask("2026-10-20"));
    now += 25 * 3_600_000;
    const old = await measured(sandbox, "free times, old catalogue", ask("2026-10-21"));
    return [imported, published, again, warm, cold, old];
  } finally {
    await sandbox.close();
    await altegio.close();
  }
}

async function measured(
  { trace }: Sandbox,
  operation: string,
  act: () => Promise<unknown>,
): Promise<LoadFigure> {
  const from = trace.entries.length;
  await act();
  const actions = trace.of("action", from);
  const { prefix } = runtime.frameNames;
  const frames = actions
    .filter(({ action, kwargs }) => action === "SetPersonaAttribute" && isText(kwargs["field"], prefix))
    .map(({ kwargs }) => String(kwargs["value"]).length);
  return {
    operation,
    calls: trace
      .of("calls", from)
      .flatMap(({ calls }) => Object.values(calls))
      .reduce((sum, count) => sum + count, 0),
    actions: actions.length,
    requests: trace.of("http", from).length,
    frame: Math.max(0, ...frames),
    errors: trace.of("error", from).map(({ flow, skill, message }) => `${flow}/${skill}: ${message}`),
    log: actionLog(trace.entries.slice(from), prefix),
  };
}

function isText(value: unknown, prefix: string): boolean {
  return typeof value === "string" && value.startsWith(prefix);
}

/** The figures of one account as a table, a line an operation. */
export function accountLines({ services, staff }: AccountSize, figures: readonly LoadFigure[]): string[] {
  const width = Math.max(...figures.map(({ operation }) => operation.length));
  const title = `${String(services)} services, ${String(staff)} staff`.padEnd(width);
  return [
    `${title}  calls  actions  requests  frame`,
    ...figures.map(({ operation, calls, actions, requests, frame }) =>
      [
        operation.padEnd(width),
        String(calls).padStart(5),
        String(actions).padStart(7),
        String(requests).padStart(8),
        String(frame).padStart(5),
      ].join("  "),
    ),
  ];
}
