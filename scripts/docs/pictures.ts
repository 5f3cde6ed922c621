/** Pictures of the workbench, where there are any: a page never links to a file that does not exist. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the pictures, relative to the project. */
export const picturesFolder = "docs/pictures";

/** The views of the workbench, by the word their pictures' names begin with, and what a picture shows. */
export const views = {
  attributes: "The page with the attributes: the form, Save, Publish All, and the status in plain words",
  talk: "The page with a conversation: the caller, the agent, and what each tool answers",
  calendar: "The page with the calendar: a column for each member of the staff",
} as const;

/** A view of the workbench. */
export type View = keyof typeof views;

/**
 * The picture of a view as Markdown; "" while there is none. Of several, the one with the shortest name is the plain one.
 *
 * @param page name of the page that shows it, relative to the root
 */
export function pictureOf(root: string, view: View, page: string): string {
  const folder = join(root, picturesFolder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const [file] = files
    .filter((name) => name.startsWith(view) && /[.](?:png|svg|webp)$/u.test(name))
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  const to = page.startsWith("docs/") ? "pictures" : picturesFolder;
  return file === undefined ? "" : `![${views[view]}](${to}/${file})`;
}
