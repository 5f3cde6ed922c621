/** Problems of the generated wrapper, shown where an author can do something about them. */
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { compareProblems } from "../../model/problem.ts";
import type { Problem } from "../../model/types.ts";
import type { ProgramMain } from "./program-main.ts";

/**
 * The problems, those of a wrapper moved to the `main` it calls. When the program itself has a problem of the same
 * kind, the wrapper's only repeats it.
 *
 * @param mains by the name of the wrapper, as problems show it
 */
export function atMain(
  problems: readonly Problem[],
  mains: ReadonlyMap<string, ProgramMain>,
): readonly Problem[] {
  const places = new Set(problems.map(placeOf));
  const own = new Set(problems.map(({ code, position }) => `${code} ${position?.file ?? ""}`));
  return problems
    .flatMap((problem): Problem[] => {
      const main = mains.get(problem.position?.file ?? "");
      if (main === undefined) {
        return [problem];
      }
      const { position, length } = problem.name === catalogue.anyType.name ? main.anyPlace : main.place;
      const moved = { ...problem, position, length };
      const isRepeated = own.has(`${moved.code} ${moved.position.file}`) || places.has(placeOf(moved));
      places.add(placeOf(moved));
      return isRepeated ? [] : [moved];
    })
    .sort(compareProblems);
}

/** What is wrong where. */
function placeOf({ code, position }: Problem): string {
  return JSON.stringify([code, position]);
}
