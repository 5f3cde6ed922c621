/** Renders a page from its Handlebars template, in the project's format. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import handlebars from "handlebars";
import { format, resolveConfig } from "prettier";

/**
 * The page as Markdown. A value the template names and `values` lacks is an error.
 *
 * @param root folder of the project
 * @param template name of a file in `scripts/docs/templates`
 * @param page name of the page relative to `root`, whose format it gets
 */
export async function renderTemplate(
  root: string,
  template: string,
  page: string,
  values: object,
): Promise<string> {
  const text = readFileSync(join(root, "scripts/docs/templates", template), "utf8");
  const rendered = handlebars.compile(text, { strict: true, noEscape: true, preventIndent: true })(values);
  const config = await resolveConfig(join(root, page));
  return format(rendered, { ...config, parser: "markdown" });
}
