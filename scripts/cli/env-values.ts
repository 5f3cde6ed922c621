/** Settings of the environment and of files like `.env`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Project } from "../project/index.ts";
import { isSecretName } from "../secrets/index.ts";

/** Where `sandbox start` leaves what clients need. */
export const sandboxFolder = ".sandbox";

/** Values by the names of variables. */
export type EnvValues = Readonly<NodeJS.Dict<string>>;

/** Where settings may stand, the first to be asked first: the environment, then files of the project. */
export function envPlaces(
  { root }: Pick<Project, "root">,
  files: readonly string[] = [".env"],
): readonly EnvValues[] {
  return [process.env, ...files.map((file) => envFile(join(root, file)))];
}

/** Whatever is called a key or a token in the settings. Shorter values would be found in ordinary text. */
export function secretValues(project: Pick<Project, "root">): string[] {
  return envPlaces(project, [".env", join(sandboxFolder, ".env")]).flatMap((values) =>
    Object.entries(values).flatMap(([name, value = ""]) =>
      isSecretName(name) && value.length > 5 ? [value] : [],
    ),
  );
}

/** Empty when there is no such file. */
function envFile(file: string): EnvValues {
  try {
    return parseEnv(readFileSync(file, "utf8")) as NodeJS.Dict<string>;
  } catch {
    return {};
  }
}
