/** `new conversation`: plays one exchange and writes it down with what it came to. */
import { conversationText, NewError, planConversation } from "../../new/index.ts";
import type { Project } from "../../project/index.ts";
import {
  parseConversations,
  runConversation,
  type ConversationReport,
} from "../../sandbox/conversations/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { loadTriedModule, namedFile, onTheatre } from "../tried-module.ts";
import { writeNew } from "../write-new.ts";

/** Exit code 2 for a name that is none or an unknown tool, 1 for a name that is taken or an exchange without an answer. */
export const run: Implementation<Commands["new conversation"]> = ({ tool, json }, context) =>
  writeNew(
    async (drafts, name, around) => {
      const project = context.project();
      const folder = namedFile(project, "conversations");
      const { tools } = around.definition;
      const chosen = tool === "" ? tools[0]?.idn : tools.find(({ idn }) => idn === tool)?.idn;
      if (chosen === undefined) {
        const known = tools.map(({ idn }) => idn).join(", ");
        throw new UserError(`The module has no tool ${tool}. It has: ${known}.`, exitCodes.usage);
      }
      const file = `${folder}/${name.file}.yaml`;
      if (drafts.has(file)) {
        throw new NewError(`There is a file ${file} already. Choose another name.`);
      }
      const phrase =
        around.scenarios?.phrases.find((one) => one.tool === chosen)?.phrase ?? "I'm doing that now";
      // Any answer has a blank.
      const exchange = { tool: chosen, agent: `${phrase}.`, answer: " " };
      const report = await played(project, context, conversationText(name, exchange));
      const answer = report.turns[0]?.answers[0]?.split(/(?<=[.!?]) /u)[0] ?? "";
      if (answer === "" || report.differences.length > 0) {
        throw new NewError(
          `The exchange comes to no answer, or not without more: ${report.faults.join(" ")}`,
        );
      }
      return planConversation(drafts, name, around, { ...exchange, answer });
    },
    json,
    context,
  );

/** @throws UserError when it cannot be played */
async function played(project: Project, context: CommandContext, text: string): Promise<ConversationReport> {
  const tried = await loadTriedModule(project);
  const build = await buildOrReport(project, context, "pretty");
  if (build === null) {
    throw new UserError("The module does not build, so that nothing can be played on it.");
  }
  const [script] = parseConversations(text, tried.simulator.words);
  if (script === undefined) {
    throw new Error("a conversation of one exchange");
  }
  return onTheatre(tried, build.tree, "node", (theatre) => runConversation(script, theatre));
}
