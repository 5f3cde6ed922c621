/** Problems of the generated wrapper, shown where an author can do something about them. */
import { relativeTo } from "../../compiler/program.ts";
import { catalogue } from "../../compiler/diagnostics/catalogue.ts";
import { compareProblems } from "../../model/problem.ts";
import type { Problem } from "../../model/types.ts";
import { projectRoot } from "../../project-root.ts";
import type { ProgramMain } from "./program-main.ts";

const relative = relativeTo(projectRoot);

/**
 * The problems, those of a wrapper moved to the `main` it calls. When the program itself has a problem of the same
 * kind, the wrapper's only repeats it.
 *
 * @param mains by the absolute name of the wrapper
 */
export function atMain(
  problems: readonly Problem[],
  mains: ReadonlyMap<string, ProgramMain>,
): readonly Problem[] {
  const wrapped = new Map([...mains].map(([wrapper, main]) => [relative(wrapper), main]));
  const places = new Set(problems.map(placeOf));
  const own = new Set(problems.map(({ code, position }) => `${code} ${position?.file ?? ""}`));
  return problems
    .flatMap((problem): Problem[] => {
      const main = wrapped.get(problem.position?.file ?? "");
      if (main === undefined) {
        return [problem];
      }
      const { position, length } = problem.name === catalogue.anyType.name ? main.anyPlace : main.place;
      const moved = { ...problem, position: { ...position, file: relative(position.file) }, length };
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
