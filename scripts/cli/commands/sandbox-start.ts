/** `sandbox start`: a Builder of one's own with the project's simulator, until it is interrupted. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registriesRoot } from "../../registry/index.ts";
import { startBuilder, StateFileError, type RunningBuilder } from "../../sandbox/builder/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { interrupted } from "../interruption.ts";
import { sandboxFolder } from "../env-values.ts";
import { portTaken, refuseBadPort } from "../port.ts";
import { loadTriedModule } from "../tried-module.ts";

/** How often it is looked for timers that are due and for releases, in milliseconds. */
const tickMs = 1000;

/** Prints addresses and a ready `.env`. Ends with exit code 0 at Ctrl+C. */
export const run: Implementation<Commands["sandbox start"]> = async ({ port, json }, context) => {
  const project = context.project();
  refuseBadPort(port);
  const { module, simulator, pythonPlaces } = await loadTriedModule(project);
  const now = (): Date => new Date();
  const service = await simulator.open({ setting: { now: now().toISOString() }, now, rateLimits: false });
  try {
    const folder = join(project.root, sandboxFolder);
    const builder = await started(
      startBuilder({
        stateFile: join(folder, "builder", "state.json"),
        registriesRoot: registriesRoot(project.root),
        now: Date.now,
        newId: randomUUID,
        newKey: () => randomBytes(24).toString("hex"),
        hosts: Object.fromEntries(simulator.origins.map((origin) => [origin, service.url])),
        secretAttributes: module.definition.attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
        pythonPlaces,
        port: Number(port),
        onRequest: ({ method, path, status }) => {
          context.progress(`${method} ${path} ${String(status)}`);
        },
      }),
      port,
    );
    const env = envText(builder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".env"), env, { mode: 0o600 });
    const addresses = { builder: builder.url, simulator: service.url, env: join(sandboxFolder, ".env") };
    context.terminal.out(json ? `${JSON.stringify(addresses)}\n` : text(simulator.name, addresses, env));
    const ticking = setInterval(ticker(builder, context.progress), tickMs);
    await interrupted();
    clearInterval(ticking);
    context.progress("Stopping ...");
    await builder.close();
  } finally {
    await service.close();
  }
  return exitCodes.ok;
};

async function started(starting: Promise<RunningBuilder>, port: string): Promise<RunningBuilder> {
  try {
    return await starting;
  } catch (thrown) {
    if (thrown instanceof StateFileError) {
      throw new UserError(thrown.message);
    }
    throw portTaken(thrown, port);
  }
}

/** Says what an auto update has done; what is in its way is said once, and not every second. */
function ticker(builder: RunningBuilder, progress: (text: string) => void): () => void {
  let said: readonly string[] = [];
  return () => {
    const { updated, problems } = builder.tick();
    updated.forEach((idn) => {
      progress(`Auto update: ${idn} has the newest version. Publish it to have it run.`);
    });
    problems.filter((problem) => !said.includes(problem)).forEach(progress);
    said = problems;
  };
}

/** What clients of the platform read. */
function envText({ url, apiKey, customerIdn }: RunningBuilder): string {
  return [
    `NEWO_BASE_URL=${url}`,
    `NEWO_API_KEY=${apiKey}`,
    `NEWO_API_KEYS=["${apiKey}"]`,
    `NEWO_DEFAULT_CUSTOMER=${customerIdn}`,
    "",
  ].join("\n");
}

function text(
  service: string,
  { builder, simulator, env }: Readonly<Record<"builder" | "simulator" | "env", string>>,
  content: string,
): string {
  return `Builder    ${builder}
${service.padEnd(10)} ${simulator}

${env}, for clients of the platform:

${content}
An import of a zip clears flows and deletes all agents that are not in it, as the platform's does; install from a
registry instead. Stop with Ctrl+C; the account is kept in ${sandboxFolder}/.
`;
}
