/** Forms in which the platform may give and take values where its documentation has more than one. */

/** One set of forms. */
export interface PlatformShape {
  /** What `GetActors` lists: actors, or their ids as UUID objects or as text (docs/platform.md, "Form of an actor"). */
  readonly actors: "objects" | "ids" | "texts";
  /** Whether `GetConnectorInfo` tells the status (docs/platform.md, "An existing connector"). */
  readonly connectorStatus: "shown" | "hidden";
  /** What a connector that is stopped does with a request: it fails at once, or is sent when the connector is started. */
  readonly stoppedConnector: "refuses" | "keeps";
  /** What `Gen` takes for a schema; the other form is refused (docs/platform.md, "The answer of the model"). */
  readonly schema: "either" | "object" | "text";
  /** What `Gen` gives for a schema. */
  readonly generated: "object" | "text";
}

/** The likeliest forms. */
export const defaultPlatformShape: PlatformShape = {
  actors: "objects",
  connectorStatus: "shown",
  stoppedConnector: "refuses",
  schema: "either",
  generated: "object",
};

/**
 * Shapes that together use every form at least once, but one of a schema that the program does not write.
 *
 * @param schema the form it writes: one call cannot serve both
 */
export function platformShapes(schema: "object" | "text"): PlatformShape[] {
  const changes: Partial<PlatformShape>[] = [
    {},
    { actors: "ids" },
    { actors: "texts", connectorStatus: "hidden" },
    { schema, generated: "text" },
  ];
  return changes.map((change) => ({ ...defaultPlatformShape, ...change }));
}
