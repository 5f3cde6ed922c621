/** The toolkit itself: what its command is called and where it stands. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The name of the command. */
export const commandName = "altegio-module";

/**
 * The folder of the toolkit's package file, without a separator at its end; found from this file. No other file asks
 * where it stands: the command line runs bundled (see `cli/bin.mjs`).
 */
export const toolkitRoot = fileURLToPath(new URL("../", import.meta.url)).replace(/[\\/]$/u, "");

/** Absolute name of what handlers and definitions import as `#sdk`. */
export const sdkEntry = join(toolkitRoot, "scripts", "sdk", "index.ts");

/** Name and version of the toolkit's package. */
export function toolkitPackage(): { readonly name: string; readonly version: string } {
  return JSON.parse(readFileSync(join(toolkitRoot, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
}

/** The environment variable of a setting: `PYTHON` is read from `<COMMAND>_PYTHON`. */
export function environmentName(setting: string): string {
  return `${commandName.toUpperCase().replaceAll("-", "_")}_${setting}`;
}
