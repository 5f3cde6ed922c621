/** The module on the clock of this machine, connected with a service that really answers. */
import type { ArtifactTree } from "../../model/types.ts";
import type { PythonPlaces } from "../../project/index.ts";
import { createSandbox, scriptedBrain } from "../platform/index.ts";
import { nodeProgram, type RunnableModule } from "./node-program.ts";
import type { RuntimeName } from "./stage.ts";
import type { VerifiedSetUp } from "./verification.ts";

/** What is connected with what. */
interface LiveOptions {
  readonly artifact: ArtifactTree;
  readonly module: RunnableModule;
  readonly runtime: RuntimeName;
  readonly pythonPlaces: PythonPlaces;
  /** Attributes as a person enters them, by idn. */
  readonly values: Readonly<Record<string, string>>;
  /** Origin in the module's urls -> origin that answers. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Installs the module, enters the values and publishes. A skill that sleeps really waits.
 *
 * @param work what is done with it; it is closed afterwards, whatever happens
 * @throws InstallError when the artifact cannot be installed, WorkerError when there is no usable Python
 */
export async function onLiveStage(
  { artifact, module, runtime, pythonPlaces, values, hosts, fetch }: LiveOptions,
  work: (setUp: VerifiedSetUp) => Promise<void>,
): Promise<void> {
  const brain = scriptedBrain();
  const sandbox = await createSandbox({
    artifact,
    pythonPlaces,
    executor: runtime === "nsl" ? "nsl" : nodeProgram(module),
    now: Date.now,
    sleep: waitHere,
    fetch,
    hosts,
    brain,
    secretAttributes: module.definition.attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  try {
    await sandbox.install();
    for (const [idn, value] of Object.entries(values)) {
      sandbox.setAttribute(idn, value);
    }
    await sandbox.publish();
    await work({ sandbox, brain });
  } finally {
    await sandbox.close();
  }
}

/** A skill's sleep is over when its action returns, so that nothing else may happen meanwhile. */
function waitHere(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
