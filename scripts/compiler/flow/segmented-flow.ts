/** What the writers of skills know of a flow whose functions are cut into segments. */
import type { FlowScope } from "../context/flow-scope.ts";
import type { SegmentRegistry } from "./segment-registry.ts";

/** A flow and its segments. */
export interface SegmentedFlow extends FlowScope {
  readonly registry: SegmentRegistry;
}
