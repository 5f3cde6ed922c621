/**
 * How one segment hands on to the next: a small JSON text that names the segment, its locals, the value it
 * was waiting for and the caller's frame. The driver runs it; "" means there is nothing more to do now.
 */
import type ts from "typescript";
import type { FunctionContext } from "../context/function-context.ts";
import type { Expression } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { driverIdn } from "./skill-idns.ts";

/** The state a segment hands on. */
interface HandOver {
  readonly at: Expression;
  readonly vars: Expression;
  readonly value: Expression;
  readonly up: Expression;
}

/** Where a segment is written: an entry skill starts the driver itself, a segment skill answers it. */
export type SegmentPlace = "entry" | "segment";

/** Writes the hand-over and the end of the skill. */
export function emitHandOver(
  state: HandOver,
  place: SegmentPlace,
  origin: ts.Node,
  context: FunctionContext,
): void {
  const packed = nsl.dumps(
    nsl.dict([
      ["at", state.at],
      ["vars", state.vars],
      ["value", state.value],
      ["up", state.up],
    ]),
  );
  if (place === "segment") {
    context.emit({ ...nsl.returnValue(packed), origin });
    return;
  }
  // Without a persona nothing that runs asks for one.
  const persona = context.persona === null ? nsl.text("") : nsl.name(context.persona);
  context.emit({
    ...nsl.output(
      nsl.invoke(driverIdn, [
        ["persona", persona],
        ["state", packed],
      ]),
    ),
    origin,
  });
  emitStop(origin, context);
}

/** Ends a segment with nothing more to do now. */
export function emitStop(origin: ts.Node, context: FunctionContext): void {
  context.emit({ ...nsl.returnValue(nsl.text("")), origin });
}
