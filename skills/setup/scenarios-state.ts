/** What the module remembers of its default scenarios between two publishes. */
import { scenariosState } from "../../attributes/index.ts";
import { definitionsVersion } from "../../attributes/version.ts";
import { asBoolean, asList, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";

/**
 * An item as the module last wrote it. Whole texts, not checksums: a handler has no hash, and a weak one could
 * take an edited scenario for an untouched one and overwrite it.
 */
export interface KnownItem {
  readonly idn: string;
  readonly title: string;
  readonly body: string;
  /** The user has deleted it. */
  readonly deleted: boolean;
}

/** Everything that was written. */
export interface ScenariosState {
  /** On the canvas. */
  readonly items: readonly KnownItem[];
  /** Between the markers of the instruction, with references in place of the lists; "" when nothing. */
  readonly block: string;
  /** Written by a release that makes no columns; false for what earlier ones wrote. */
  readonly makesNoColumns: boolean;
}

/** What was remembered; nothing when the attribute holds something else. */
export function readScenariosState(text: string): ScenariosState {
  const stored = parseJson(text).value;
  return {
    items: asList(property(stored, "items")).map((item) => ({
      idn: asText(property(item, "idn")),
      title: asText(property(item, "title")),
      body: asText(property(item, "body")),
      deleted: asBoolean(property(item, "deleted")),
    })),
    block: asText(property(stored, "block")),
    makesNoColumns: asBoolean(property(stored, "makesNoColumns")),
  };
}

/**
 * Remembers; written only when it differs from what is stored.
 *
 * @param stored the attribute's value
 */
export function writeScenariosState(ctx: SkillContext, state: ScenariosState, stored: string): void {
  const text = JSON.stringify({
    version: definitionsVersion,
    items: state.items,
    block: state.block,
    makesNoColumns: state.makesNoColumns,
  });
  if (text !== stored) {
    ctx.setCustomerAttribute(scenariosState.idn, text);
  }
}
