/** Which numbers the module's scenarios get, after what stands in the account. */
import { scenarios } from "../../scenarios/index.ts";
import type { JsonValue } from "#sdk";
import { readCanvasItems } from "./canvas-columns.ts";
import { outsideBlock } from "./instruction-block.ts";
import { isOneOf } from "./plan-items.ts";
import { chooseNumbers, numbersIn, numbersOf } from "./scenario-numbers.ts";
import type { ScenarioNumber } from "./scenario-numbers.ts";
import type { ScenariosState } from "./scenarios-state.ts";

/**
 * Reads the numbers on the canvas, whatever its form, and in the instruction.
 *
 * @param types the canvas's columns, null where they are not known
 */
export function numbersInUse(
  canvas: string,
  types: readonly JsonValue[] | null,
  instruction: string,
  state: ScenariosState,
): readonly ScenarioNumber[] {
  const present = types === null ? [] : readCanvasItems(types);
  const own = scenarios.map((scenario) => scenario.idn);
  const others = present.filter((item) => !isOneOf(item, state.items));
  const onCanvas = present
    .filter((item) => own.includes(item.idn))
    .flatMap((item) => numbersIn(item.idn, `# ${item.title}`));
  const headings = state.block.split("\n").filter((line) => line.startsWith("## "));
  const inBlock = scenarios.flatMap((scenario) =>
    headings
      .filter((line) => line.endsWith(`"${scenario.title}"`))
      .flatMap((line) => numbersIn(scenario.idn, line)),
  );
  return chooseNumbers(
    [
      ...numbersOf(others),
      ...(types === null ? numbersIn("", canvas) : []),
      ...numbersIn("", outsideBlock(instruction)),
    ],
    [...onCanvas, ...inBlock.filter((entry) => !onCanvas.some((other) => other.idn === entry.idn))],
  );
}
