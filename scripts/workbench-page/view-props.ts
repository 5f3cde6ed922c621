/** What every view gets. */
import type { Command, WorkbenchState } from "../sandbox/workbench/protocol.ts";

/** The state, and a way to have something done. */
export interface ViewProps {
  readonly state: WorkbenchState;
  /** Has it done; a refusal is shown. @returns whether it was done */
  readonly act: (command: Command) => Promise<boolean>;
  /** Something is going on: nothing else can be done. */
  readonly isBusy: boolean;
}
