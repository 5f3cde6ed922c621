/** What skills, events and states of flows share: each is found in its flow by an id of its own. */
import type { Fields } from "../http/fields.ts";
import { Refusal } from "../http/refusal.ts";
import { Reply, type Call } from "../http/route.ts";
import type { FoundFlow } from "../local-builder.ts";
import type { FlowRecord } from "../state/records.ts";

/** Parts of one kind: its word in a refusal, and where a flow has them. */
interface PartKind<Part extends { readonly id: string }> {
  readonly word: string;
  partsOf(flow: FlowRecord): Part[];
}

/** The part a call names, with its flow. @throws Refusal 404 */
export function findPart<Part extends { readonly id: string }>(
  { word, partsOf }: PartKind<Part>,
  { builder, param }: Call,
): FoundFlow & { readonly part: Part } {
  const id = param("id");
  for (const found of builder.flows()) {
    const part = partsOf(found.flow).find((known) => known.id === id);
    if (part !== undefined) {
      return { ...found, part };
    }
  }
  throw Refusal.notFound(word, id);
}

/** Handles the removal of a part. */
export function removing<Part extends { readonly id: string }>(kind: PartKind<Part>): (call: Call) => null {
  return (call) => {
    const found = findPart(kind, call);
    const parts = kind.partsOf(found.flow);
    parts.splice(parts.indexOf(found.part), 1);
    call.builder.touchFlow(found);
    return null;
  };
}

/** A part that is sent whole, and of which a flow has no two alike. */
interface WholeKind<Part extends { readonly id: string; readonly idn: string }> extends PartKind<Part> {
  readonly read: (id: string, body: Fields) => Part;
  readonly isSame: (one: Part, other: Part) => boolean;
}

/** Handles the creation of a part. */
export function creating<Part extends { readonly id: string; readonly idn: string }>(
  kind: WholeKind<Part>,
): (call: Call) => Reply {
  return ({ builder, param, fields }) => {
    const found = builder.flow(param("flowId"));
    const part = kind.read(builder.newId(), fields());
    refuseSecond(kind, found, part);
    kind.partsOf(found.flow).push(part);
    builder.touchFlow(found);
    return Reply.created({ id: part.id });
  };
}

/** Handles a change that gives the whole part anew. */
export function replacing<Part extends { readonly id: string; readonly idn: string }>(
  kind: WholeKind<Part>,
): (call: Call) => null {
  return (call) => {
    const found = findPart(kind, call);
    const part = kind.read(found.part.id, call.fields());
    refuseSecond(kind, found, part);
    const parts = kind.partsOf(found.flow);
    parts.splice(parts.indexOf(found.part), 1, part);
    call.builder.touchFlow(found);
    return null;
  };
}

/** @throws Refusal 409 */
function refuseSecond<Part extends { readonly id: string; readonly idn: string }>(
  { word, partsOf, isSame }: WholeKind<Part>,
  { flow }: FoundFlow,
  part: Part,
): void {
  if (partsOf(flow).some((known) => known.id !== part.id && isSame(known, part))) {
    throw Refusal.exists(word, part.idn);
  }
}
