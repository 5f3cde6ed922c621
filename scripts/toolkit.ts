/** The toolkit itself: what its command is called and where it stands. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The name of the command. */
export const commandName = "altegio-module";

/** How it is called: it is installed beside a project, where no shell looks for it. What people are to run is said so. */
export const commandCall = `npx ${commandName}`;

/**
 * The folder of the toolkit's package file, without a separator at its end; found from this file. No other file asks
 * where it stands: the command line runs bundled (see `cli/bin.mjs`).
 */
export const toolkitRoot = fileURLToPath(new URL("../", import.meta.url)).replace(/[\\/]$/u, "");

/** Absolute name of what handlers and definitions import as `#sdk`. */
export const sdkEntry = join(toolkitRoot, "scripts", "sdk", "index.ts");

/** The toolkit's package. */
export function toolkitPackage(): { readonly name: string; readonly engines: { readonly node: string } } {
  return JSON.parse(readFileSync(join(toolkitRoot, "package.json"), "utf8")) as ReturnType<
    typeof toolkitPackage
  >;
}

/**
 * The version of the module the toolkit is released with: the `version` of the `module.yaml` beside it, which is its only
 * place. Read as text, because a module file that is broken elsewhere still has one; "unknown" when it has none.
 */
export function toolkitVersion(): string {
  try {
    const text = readFileSync(join(toolkitRoot, "module.yaml"), "utf8");
    return /^version:\s*["']?([\w.+-]+)/mu.exec(text)?.[1] ?? "unknown";
  } catch {
    return "unknown";
  }
}

/** The environment variable of a setting: `PYTHON` is read from `<COMMAND>_PYTHON`. */
export function environmentName(setting: string): string {
  return `${commandName.toUpperCase().replaceAll("-", "_")}_${setting}`;
}
