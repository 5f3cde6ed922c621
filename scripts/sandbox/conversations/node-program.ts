/** The module as the Node runtime of the sandbox runs it: the handlers themselves. */
import type { ModuleDefinition } from "../../sdk/definition.ts";
import type { FrameNames } from "../../sdk/frames.ts";
import type { ModuleRuntime, NodeProgram } from "../platform/index.ts";

/** What `module/index.ts` and `module/runtime.ts` of a project export. */
export interface RunnableModule {
  readonly definition: ModuleDefinition;
  readonly runtime: ModuleRuntime & { readonly frameNames: FrameNames };
}

/** A program whose handlers are found by the events they serve. */
export function nodeProgram({ definition, runtime }: RunnableModule): NodeProgram {
  const flows = definition.flows.map(({ idn, events }) => [
    idn,
    Object.fromEntries(events.map((event) => [event.idn, event.handler])),
  ]);
  return { runtime, flows: Object.fromEntries(flows) as NodeProgram["flows"] };
}
