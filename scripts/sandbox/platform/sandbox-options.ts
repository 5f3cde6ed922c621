/** What a sandbox is made from. */
import type { ArtifactTree } from "../../model/types.ts";
import type { PythonPlaces } from "../../project/index.ts";
import type { Account } from "./account.ts";
import type { Brain } from "./brain.ts";
import type { CorePatience } from "./core-attention.ts";
import type { FlowOrder } from "./event-bus.ts";
import type { NodeProgram } from "./module-runtime.ts";
import type { PlatformShape } from "./platform-shape.ts";
import type { ResultOrder } from "./request-queue.ts";
import type { ResultShape } from "./result-shape.ts";

/** Everything a run depends on. The same options and the same calls give the same trace. */
export interface SandboxOptions {
  /** What `install()` installs. */
  readonly artifact: ArtifactTree;
  /** `nsl` (default) runs the artifact's text in Python; a program runs handlers as JavaScript instead. */
  readonly executor?: "nsl" | NodeProgram;
  /** Sends the requests; by default Node's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** Origin in the module's urls -> origin that answers. Every other host is refused. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** The clock: milliseconds since the epoch. */
  readonly now: () => number;
  /**
   * Moves the clock when a skill sleeps, by milliseconds; by default it stands still. Where flows are interleaved it moves
   * once nothing else can be done, to the next timer at most: what stands behind the one that sleeps waits, others go on.
   */
  readonly sleep?: (milliseconds: number) => void;
  /** Milliseconds from any moment on, for the durations of the trace; without it there are none. */
  readonly timer?: () => number;
  /** New UUIDs as text; by default they count upwards. */
  readonly newId?: () => string;
  readonly brain: Brain;
  /**
   * true: a small core judges what the agent says in `say`, fires the tools it promised and serves core's own. false
   * (default): the test says which tool fires, and nobody serves core's.
   */
  readonly core?: boolean;
  /** An account that is there already; a new one when left out, with `secretAttributes`. */
  readonly account?: Account;
  /** Names of the attributes whose values must not be recorded. */
  readonly secretAttributes?: readonly string[];
  /** The Python executable; by default the first that `findPython` accepts. */
  readonly python?: string;
  /** Where one is looked for when none is named; the places of the toolkit when left out. */
  readonly pythonPlaces?: PythonPlaces;
  /** `immutable` also refuses `append()` and `update()` in skills. */
  readonly pythonSandbox?: "default" | "immutable";
  /**
   * Longest time a skill may run, in milliseconds, its waits for its turn included; by default what `pythonPatience`
   * says.
   */
  readonly skillTimeoutMs?: number;
  /** Longest time a request may take, in milliseconds; 30 000 by default. */
  readonly requestTimeoutMs?: number;
  /** Where it differs from the likeliest form. */
  readonly resultShape?: Partial<ResultShape>;
  /** Core asks and ends sessions by itself; left out, it leaves every conversation alone. */
  readonly corePatience?: CorePatience;
  /** Where it differs from the likeliest form. */
  readonly platformShape?: Partial<PlatformShape>;
  /**
   * Results are delivered once no other event is left, one at a time: in the order of their requests (`sent`, the
   * default), or as they arrive. `together`, the default of interleaved flows: all at once when all are there.
   */
  readonly resultOrder?: ResultOrder;
  /**
   * `in turn` (default): an event's skills run one after another, and the next event waits for them. `interleaved`: as
   * on the platform each flow has a queue for each user, and what stands first in different queues runs side by side,
   * one action of each in a fixed turn. In Node they alternate only where a handler waits for an answer or sleeps.
   */
  readonly flows?: FlowOrder;
}
