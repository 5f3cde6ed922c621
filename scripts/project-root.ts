/** Where the project is. */
import { fileURLToPath } from "node:url";

/**
 * The folder that holds `module.yaml`, without a separator at its end; found from this file, so that commands work
 * from any folder. No other file asks where it stands: the command line runs bundled (see `cli/bin.mjs`).
 */
export const projectRoot = fileURLToPath(new URL("../", import.meta.url)).replace(/[\\/]$/u, "");
