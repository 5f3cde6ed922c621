/** The module as the Node runtime of the sandbox runs it: the handlers themselves. */
import type { ModuleDefinition } from "../../sdk/definition.ts";
import * as runtime from "../../../module/runtime.ts";
import type { NodeProgram } from "../platform/index.ts";

/** A program whose handlers are found by the events they serve. */
export function nodeProgram(definition: ModuleDefinition): NodeProgram {
  const flows = definition.flows.map(({ idn, events }) => [
    idn,
    Object.fromEntries(events.map((event) => [event.idn, event.handler])),
  ]);
  return { runtime, flows: Object.fromEntries(flows) as NodeProgram["flows"] };
}
