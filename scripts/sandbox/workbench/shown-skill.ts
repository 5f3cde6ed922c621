/** A compiled skill beside the lines it was made from. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locateLine } from "../../artifact/locate.ts";
import type { SkillShown } from "./protocol.ts";
import type { InstalledBuild } from "./releases.ts";

/** The skill; null when there is none. @param root of the project, whose sources are read */
export function shownSkill(
  build: InstalledBuild,
  root: string,
  flow: string,
  skill: string,
): SkillShown | null {
  const path = [...build.tree.keys()].find((file) => file.endsWith(`/${flow}/skills/${skill}.nsl`));
  const text = path === undefined ? undefined : build.tree.get(path);
  if (text === undefined) {
    return null;
  }
  const nsl = text.trimEnd().split("\n");
  const origins = nsl.map((_, index) => {
    const located = locateLine(build.manifest, { flow, skill, line: index + 1 });
    return located.ok ? { file: located.file, line: located.line } : null;
  });
  const files = [...new Set(origins.flatMap((origin) => (origin === null ? [] : [origin.file])))];
  const sources = files.map((file) => {
    const place = join(root, file);
    return [file, existsSync(place) ? readFileSync(place, "utf8").trimEnd().split("\n") : []] as const;
  });
  return { flow, skill, nsl, origins, sources: Object.fromEntries(sources) };
}
