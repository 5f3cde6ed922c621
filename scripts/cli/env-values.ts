/** Settings of the environment and of files like `.env`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Project } from "../project/index.ts";

/** Values by the names of variables. */
export type EnvValues = Readonly<NodeJS.Dict<string>>;

/** Where settings may stand, the first to be asked first: the environment, then files of the project. */
export function envPlaces({ root }: Project, files: readonly string[] = [".env"]): readonly EnvValues[] {
  return [process.env, ...files.map((file) => envFile(join(root, file)))];
}

/** Empty when there is no such file. */
function envFile(file: string): EnvValues {
  try {
    return parseEnv(readFileSync(file, "utf8")) as NodeJS.Dict<string>;
  } catch {
    return {};
  }
}
