/** Every page that is made from the sources, or has parts that are. */
import { openProject } from "../project/index.ts";
import { definitionsOf, renderDefinitionPages } from "./definition-pages.ts";
import { guidePage, guideParts } from "./guide-parts.ts";
import { readmeParts } from "./readme-parts.ts";
import { cliPage, renderCli } from "./render-cli.ts";
import { diagnosticsPage, renderDiagnostics } from "./render-diagnostics.ts";
import { renderSubset, subsetPage } from "./render-subset.ts";
import { withParts } from "./with-parts.ts";

/**
 * The pages by their names relative to the root, as they should be.
 *
 * @param read gives a page as it is now
 * @throws Error when the sources are not in order, or a page has lost the place of a part
 */
export async function generatedPages(
  root: string,
  read: (page: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const definitions = await definitionsOf(openProject(root));
  return new Map([
    ["README.md", withParts("README.md", read("README.md"), readmeParts(root))],
    [guidePage, withParts(guidePage, read(guidePage), await guideParts(root, definitions))],
    [subsetPage, await renderSubset(root)],
    [diagnosticsPage, await renderDiagnostics(root)],
    [cliPage, await renderCli(root)],
    ...(await renderDefinitionPages(root, definitions)),
  ]);
}
