/** Renders what something new begins as. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import handlebars from "handlebars";
import { toolkitRoot } from "../toolkit.ts";

const engine = handlebars.create();
// JSON is TypeScript and YAML alike.
engine.registerHelper("json", (value: unknown) => JSON.stringify(value));

/**
 * The text of a new file. A value the template names and `values` lacks is an error.
 *
 * @param template name of a file in `scripts/new/templates`, without its ending
 */
export function renderNew(template: string, values: object): string {
  const text = readFileSync(join(toolkitRoot, "scripts", "new", "templates", `${template}.hbs`), "utf8");
  return engine.compile(text, { strict: true, noEscape: true })(values);
}
