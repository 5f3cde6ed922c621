/** The parts of README.md that are made from the sources, so that they cannot tell anything else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../cli/commands.ts";
import { compileFlows } from "../compiler/index.ts";
import { allPasses } from "../compiler/optimise/index.ts";
import { pictureOf } from "./pictures.ts";
import { sdkEntry } from "../toolkit.ts";

/** The handler that is shown, and the skills of its compiled form that are. */
const example = {
  file: "docs/examples/tell-address.ts",
  handler: "tellAddress",
  skills: ["TellAddressSkill", "_tellAddress_2"],
};

/**
 * The generated parts by the name of their markers, as Markdown.
 *
 * @throws Error when the example does not compile
 */
export function readmeParts(root: string): Map<string, string> {
  return new Map([
    ["handler", fenced("ts", readFileSync(join(root, example.file), "utf8"))],
    ["nsl", compiledExample(root)],
    ["commands", commandTable()],
    ["picture-talk", pictureOf(root, "talk", "README.md")],
  ]);
}

function compiledExample(root: string): string {
  const handlers = [{ name: example.handler, file: join(root, example.file) }];
  const { flows, problems } = compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: join(root, "module", "runtime.ts"),
    flows: [{ idn: "ExampleFlow", handlers }],
    withoutPasses: allPasses,
  });
  const skills = flows.flatMap((flow) => flow.skills);
  const shown = example.skills.map((idn) => {
    const skill = skills.find((candidate) => candidate.idn === idn);
    if (skill === undefined) {
      throw new Error(`The example does not compile to ${idn}. ${problems[0]?.message ?? ""}`);
    }
    return `\`${idn}.nsl\`\n\n${fenced("jinja", skill.text)}`;
  });
  return shown.join("\n\n");
}

function commandTable(): string {
  const lines = Object.entries(commands).map(
    ([name, { description }]) => [`\`${name}\``, description] as const,
  );
  const width = Math.max(...lines.map(([name]) => name.length));
  const meaning = Math.max(...lines.map(([, description]) => description.length));
  return [
    `| ${"verb".padEnd(width)} | ${"does".padEnd(meaning)} |`,
    `| ${"-".repeat(width)} | ${"-".repeat(meaning)} |`,
    ...lines.map(([name, description]) => `| ${name.padEnd(width)} | ${description.padEnd(meaning)} |`),
  ].join("\n");
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
