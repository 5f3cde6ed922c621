/** The words of the language page that are about no example. */
import { commandCall } from "../../toolkit.ts";

/** What the page is about. */
export const intro = `# The language of skills

A skill is a TypeScript function. It runs as JavaScript in tests, and the compiler turns it into NSL (Jinja2) for the
platform. Both do the same: what JavaScript and Jinja2 see differently is either compiled to the JavaScript meaning or
refused by a [diagnostic](diagnostics.md) that says what to write instead.

Each program below stands in [docs/examples/subset](examples/subset), is run in both runtimes by the tests, and is shown
with the NSL it becomes. Under the TypeScript stands each skill with its parameters.`;

/** The first section, around its example. */
export const begin = (example: string): string => `## Begin here

${example}

To try it, save the program as \`hello.ts\`, in any folder inside or outside of the project, and write what it shall be run
with into \`input.json\` beside it:

\`\`\`json
{
  "input": { "idn": "greet", "integrationIdn": "", "connectorIdn": "", "arguments": { "name": "Ann" } },
  "responses": [{ "status": 200, "body": "{\\"greeting\\": \\"Hello\\"}" }]
}
\`\`\`

\`\`\`sh
${commandCall} compile hello.ts                    # the NSL
${commandCall} compile hello.ts --run input.json   # {js, nsl, equal}
\`\`\`

A program exports \`main\`. It may take the context and an input, or only one of them, may be async, and what it returns is
compared. \`input.json\` may also hold \`attributes\` (\`customer\`, \`project\`), \`persona\` (its attributes), \`user\` (fields of
\`GetUser\`, or null), \`actors\`, \`memory\`, \`generated\` (answers of the language model), \`now\` and \`platform\` (forms of the platform's values). A response of status 0
stands for no answer. An unknown key or a value of the wrong kind is refused by name, and so is an \`input\` that is
missing when \`main\` takes one, or of another type than it declares.

In the module a handler is an exported function \`(ctx: SkillContext, event: SkillEvent): Promise<void>\` in a file of
\`skills/\`; the flow it belongs to names it, and its entry skill is named after it: \`checkAvailability\` starts in
\`CheckAvailabilitySkill\`. An async function that waits is cut into segments, \`_checkAvailability_2\` and so on. A program
that is tried by itself is called by a small wrapper, so there also its first segment is a private skill, \`_main_1\`.`;

/** Before the table of what is refused. */
export const refusedText = `## What is refused

Everything that is not on this page is refused; a build never leaves something out silently. These are met most often,
[docs/diagnostics.md](diagnostics.md) has all of them.`;

/** Before the table of assumptions. */
export const dialectText = `## What is assumed of the platform

The compiler uses of Jinja2 only what is known to work there: \`set\`, \`if\`, \`for\`, output, filters, and the modules and
actions the platform puts into every script. It emits no \`do\`, no \`namespace\`, no macro, no comment, no \`break\` and no
letter outside ASCII. A variable that must outlive the turn of a loop is a one-entry object that is updated; the dialect
features \`namespace\` and \`doStatement\` of \`scripts/compiler/nsl/dialect.ts\` would write
\`{% set total.value = 1 %}\` and \`{% do list.append(1) %}\` instead, on a platform that is known to have them.`;
