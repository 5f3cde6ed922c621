/** The page as the browser gets it: one script, one style sheet, one document. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { toolkitRoot } from "../../toolkit.ts";

/** A file that is served. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

/** Name below the page's address -> the file. */
export async function pageFiles(title: string): Promise<ReadonlyMap<string, PageFile>> {
  const folder = join(toolkitRoot, "scripts", "workbench-page");
  const { outputFiles } = await build({
    entryPoints: [join(folder, "main.tsx")],
    tsconfig: join(folder, "tsconfig.json"),
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  const script = outputFiles[0]?.text ?? "";
  return new Map([
    ["", { type: "text/html; charset=utf-8", text: documentText(title) }],
    ["page.js", { type: "text/javascript; charset=utf-8", text: script }],
    ["page.css", { type: "text/css; charset=utf-8", text: readFileSync(join(folder, "page.css"), "utf8") }],
  ]);
}

function documentText(title: string): string {
  const safe = title.replace(/[&<>"]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${safe} - workbench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script type="module" src="page.js"></script>
  </body>
</html>
`;
}
