/** The module's own names: its connector, the marks of what it stores and sends, the version of what it writes. */

/** The connector all requests go through. Name: the product's promise; integration: by the peers' custom. */
export const connector = {
  integrationIdn: "http",
  idn: "altegio_connector",
  title: "Altegio connector",
} as const;

/** First part of `targetAction` in our commands; tells our results from everybody else's. */
export const frameToken = "altegio";

/** Persona attribute prefix of a suspended skill's locals. One attribute a request, deleted when used. */
export const framePrefix = "altegio_frame_";

/**
 * How long a look-up waits before its second try when Altegio has refused it for too many requests: as text, in
 * seconds by all appearance (docs/platform.md, "Sleep"). Were it milliseconds, the second try would come at
 * once.
 */
export const retryPause = "1";

/** The version of everything the publish hook writes: attributes, tools, texts. That of `module.yaml`. */
export const definitionsVersion = "0.1.0";

/** Around what the module adds to the instruction. Plain tags: square brackets would be references. */
export const instructionMarkers = { begin: "<AltegioScenarios>", end: "</AltegioScenarios>" } as const;
