/**
 * The lists of services and staff in the additional instruction. On the canvas the platform puts an attribute's value in
 * place of `[[...]]`; whether it does so in this text is not known, so the lists stand there as text
 * (docs/platform.md, "Adding to the canvas").
 */
import { scenariosState, servicesText, staffText } from "../../attributes/index.ts";
import { asText, instructionAttribute, parseJson, prepareInstructions, property } from "#sdk";
import type { SkillContext } from "#sdk";

/** Around what the module adds to the instruction. Plain tags: square brackets would be references. */
export const instructionMarkers = { begin: "<AltegioScenarios>", end: "</AltegioScenarios>" } as const;

/** A text with the lists in place of the references to them. */
export function withLists(text: string, services: string, staff: string): string {
  return text
    .split(`[[${servicesText.idn}]]`)
    .join(withoutMarkers(services))
    .split(`[[${staffText.idn}]]`)
    .join(withoutMarkers(staff));
}

/**
 * Brings the lists in the instruction up to date. Called before the lists are stored: where it is cut short in between, the
 * next one finds the new text and goes on. A block that is not as the module wrote it belongs to the user and stays.
 */
export function renewInstruction(ctx: SkillContext, services: string, staff: string): void {
  const template = asText(property(parseJson(ctx.getCustomerAttribute(scenariosState.idn)).value, "block"));
  if (template !== "") {
    const before = withLists(
      template,
      ctx.getCustomerAttribute(servicesText.idn),
      ctx.getCustomerAttribute(staffText.idn),
    );
    const after = withLists(template, services, staff);
    const stored = ctx.getCustomerAttribute(instructionAttribute);
    const parts = stored.split(`${instructionMarkers.begin}${before}${instructionMarkers.end}`);
    if (parts.length === 2 && before !== after) {
      ctx.setCustomerAttribute(
        instructionAttribute,
        parts.join(`${instructionMarkers.begin}${after}${instructionMarkers.end}`),
      );
      prepareInstructions(ctx);
    }
  }
}

/** A name in a list must not end the block. */
function withoutMarkers(list: string): string {
  return list.split(instructionMarkers.begin).join("").split(instructionMarkers.end).join("");
}
