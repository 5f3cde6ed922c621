/** The source maps of the skills: kept beside the artifact, which holds only what is imported. */
import type { ModuleModel } from "../model/types.ts";

/** Path below the maps folder (`Flow/Skill.nsl.map`) -> version 3 source map, as JSON text. */
export function sourceMaps({ flows }: Pick<ModuleModel, "flows">): Map<string, string> {
  return new Map(
    flows.flatMap((flow) =>
      flow.skills.map((skill): [string, string] => [`${flow.idn}/${skill.idn}.nsl.map`, `${skill.map}\n`]),
    ),
  );
}
