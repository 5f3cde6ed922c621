/** `new tool`: a tool with its switch, its handler in a flow of its own, and the scenario that makes it fire. */
import { dirname } from "node:path/posix";
import type { Drafts } from "./drafts.ts";
import { enterImport, enterInList, enterInRecord, pathBetween } from "./enter.ts";
import { findLiteral } from "./find-literal.ts";
import { NewError } from "./new-error.ts";
import { partName, type PartName } from "./part-name.ts";
import { enterAttribute } from "./plan-attribute.ts";
import { planConversation } from "./plan-conversation.ts";
import { enterScenario } from "./plan-scenario.ts";
import { renderNew } from "./render-template.ts";
import { refuseKnown, type Planned, type Surroundings } from "./surroundings.ts";

/** What the handler answers at first, as `handler.ts.hbs` has it. */
const firstAnswer = "This cannot be done yet.";

/** Plans all of it; its first test is a conversation. @throws NewError */
export function planTool(drafts: Drafts, name: PartName, around: Surroundings): Planned {
  const { prefix, folders } = around;
  const { constant } = name;
  const idn = `${prefix}${name.snake}_tool`;
  const phrase = `I'm taking care of the ${name.words} now`;
  refuseKnown(around, idn);
  refuseKnown(around, `${name.pascal}Flow`);
  const enabled = partName(`${name.file}-enabled`);
  enterAttribute(drafts, enabled, around, {
    valueType: "bool",
    defaultValue: "True",
    description: `Enable this: ${name.words}.`,
  });
  const tools = findLiteral(drafts, `${folders.module}/index.ts`, ["moduleDefinition", "tools"]);
  const toolFile = `${dirname(tools.file)}/${name.file}-tool.ts`;
  const handlerFile = `${folders.skills}/${name.file}/${name.file}.ts`;
  const flowFile = `${drafts.has(`${folders.module}/flows`) ? `${folders.module}/flows` : folders.module}/${name.file}-flow.ts`;
  const valuesOf = (file: string): object => ({
    ...name,
    toolIdn: idn,
    phrase,
    switchConstant: enabled.constant,
    attributesFile: pathBetween(file, `${folders.attributes}/index.ts`),
    toolFile: pathBetween(file, toolFile),
    handlerFile: pathBetween(file, handlerFile),
  });
  const files = { "tool.ts": toolFile, "handler.ts": handlerFile, "flow.ts": flowFile };
  for (const [template, file] of Object.entries(files)) {
    drafts.create(file, renderNew(template, valuesOf(file)));
  }
  enterInList(drafts, tools, { constant: `${constant}Tool`, file: toolFile });
  const flows = findLiteral(drafts, `${folders.module}/index.ts`, ["moduleDefinition", "flows"]);
  enterInList(drafts, flows, { constant: `${constant}Flow`, file: flowFile });
  const phraseEntry = { constant: `${constant}Phrase`, file: toolFile };
  const phrases = findLiteral(drafts, `${folders.scenarios}/index.ts`, ["scenarioDefinitions", "phrases"]);
  enterInList(drafts, phrases, phraseEntry);
  const values = `${folders.scenarios}/values.ts`;
  if (drafts.has(values)) {
    enterInRecord(
      drafts,
      findLiteral(drafts, values, ["values", "phrases"]),
      constant,
      `${phraseEntry.constant}.phrase`,
    );
    enterImport(drafts, values, phraseEntry);
  }
  enterScenario(drafts, name, around, { idn, phrase });
  if (around.conversations === "") {
    throw new NewError(
      "module.yaml does not say where the conversations of this project stand. Write it there: sandbox: { conversations: ... }.",
    );
  }
  return planConversation(drafts, name, around, { tool: idn, agent: `${phrase}.`, answer: firstAnswer });
}
