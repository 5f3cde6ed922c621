/** Problems of the build itself: finding handlers, rendering texts and loading the definitions. Codes start at BLD3001. */
import type { ProblemKind } from "../model/problem.ts";
import { commandCall } from "../toolkit.ts";

function error<Args>(
  code: string,
  name: string,
  message: (args: Args) => string,
  advice: string,
): ProblemKind<Args> {
  return { code, name: `build/${name}`, severity: "error", message, advice: () => advice };
}

/** The kinds of problem, by the name the build uses for them. */
export const buildCatalogue = {
  handlerNotFound: error<{ readonly handler: string; readonly flow: string }>(
    "BLD3001",
    "handler-not-found",
    ({ handler, flow }) =>
      `No file of skills/ exports a function "${handler}", which the flow "${flow}" uses.`,
    "Export it from a file of skills/ under the name it is declared with.",
  ),
  handlerExportedTwice: error<{ readonly handler: string; readonly other: string }>(
    "BLD3002",
    "handler-exported-twice",
    ({ handler, other }) => `The handler "${handler}" is exported here and in ${other}.`,
    "Rename one of the two; the build finds a handler by its name.",
  ),
  definitionsNotLoaded: error<{ readonly detail: string }>(
    "BLD3003",
    "definitions-not-loaded",
    ({ detail }) => `The module's definitions cannot be loaded: ${detail}`,
    "module/index.ts must run and export moduleDefinition.",
  ),
  templateNotRendered: error<{ readonly detail: string }>(
    "BLD3004",
    "template-not-rendered",
    ({ detail }) => `This template cannot be rendered: ${detail}.`,
    "Values are those of scenarios/values.ts; what is said stands inside {{#step}} or {{#text}}.",
  ),
  textsStale: error<{ readonly file: string }>(
    "BLD3005",
    "texts-stale",
    ({ file }) => `${file} is not what the templates beside it give.`,
    `Run \`${commandCall} texts\`.`,
  ),
  sourceNotRun: error<{ readonly what: string; readonly detail: string }>(
    "BLD3006",
    "source-not-run",
    ({ what, detail }) => `${what} does not run: ${detail}`,
    "Put the line right; `npx tsc --noEmit` shows all of TypeScript's errors.",
  ),
  profileNotRead: error<object>(
    "BLD3007",
    "profile-not-read",
    () => "The file of how often calls are made is not of its form.",
    "It is written by `npm run profile`, never by hand; without the file the build decides by the text alone.",
  ),
  notUtf8: error<object>(
    "BLD3008",
    "not-utf8",
    () => "This is not UTF-8: whoever reads it would get other letters than were written.",
    "Save the file as UTF-8.",
  ),
} as const;
