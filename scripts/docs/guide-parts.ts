/** The parts of docs/guide.md that are made from the definitions, and from the texts of the set-up status. */
import { attributeRow, type Definitions } from "./definition-pages.ts";
import { pictureOf, views, type View } from "./pictures.ts";
import { renderTemplate } from "./render-template.ts";
import { readStatusLines, statusFaults, statusLinesFile } from "./status-lines.ts";

/** The page, relative to the project. */
export const guidePage = "docs/guide.md";

/**
 * The parts by the names of their markers, as Markdown.
 *
 * @throws Error when a text of the status is not explained, or an explanation is of none
 */
export async function guideParts(root: string, { module }: Definitions): Promise<Map<string, string>> {
  const own = module.attributes.filter(({ owner }) => owner === "user");
  const part = async (template: string, values: object): Promise<string> =>
    (await renderTemplate(root, template, guidePage, values)).trim();
  return new Map([
    [
      "settings",
      await part("guide-attributes.hbs", rows(own.filter(({ defaultValue }) => defaultValue === ""))),
    ],
    [
      "options",
      await part("guide-attributes.hbs", rows(own.filter(({ defaultValue }) => defaultValue !== ""))),
    ],
    ["status", await part("guide-status.hbs", statusOf(root))],
    ...(Object.keys(views) as View[]).map(
      (view) => [`picture-${view}`, pictureOf(root, view, guidePage)] as const,
    ),
  ]);
}

function rows(attributes: Definitions["module"]["attributes"]): object {
  return { attributes: attributes.map(attributeRow) };
}

function statusOf(root: string): object {
  const lines = readStatusLines(root);
  const faults = statusFaults(root, lines);
  if (faults.length > 0) {
    throw new Error(`${statusLinesFile} and the set-up status differ:\n${faults.join("\n")}`);
  }
  return { groups: lines.groups };
}
