/** `doctor`: whether this machine and the accounts are fit for the other verbs. */
import { arch, platform } from "node:os";
import picocolors from "picocolors";
import { satisfies } from "semver";
import { loadDefinitions } from "../../assemble/index.ts";
import type { Project } from "../../project/index.ts";
import { thisMachine } from "../../python/index.ts";
import type { AccountFinding, ExamineAccount, Simulator } from "../../sandbox/conversations/index.ts";
import { commandCall, toolkitPackage } from "../../toolkit.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { onBuilder } from "../on-builder.ts";
import { ProblemsError } from "../problems-error.ts";
import { runFile } from "../run-file.ts";
import { serviceAccount } from "../service-account.ts";

/** Prints one line a finding and below it what to do. Exit code 1 when something is wrong; what was not looked at is not. */
export const run: Implementation<Commands["doctor"]> = async ({ json }, context) => {
  const project = context.project();
  const findings = [nodeFinding(), pythonFinding(project)];
  context.progress("Looking at the accounts ...");
  findings.push(...(await accountFindings(project)), await builderFinding(project));
  const isWell = findings.every(({ state }) => state !== "wrong");
  const { green, red, yellow } = picocolors.createColors(context.terminal.outColour);
  const marks = { good: green("ok     "), wrong: red("wrong  "), skipped: yellow("not yet") };
  const lines = findings.map(({ subject, state, says, advice }) => {
    const below = advice === "" ? "" : `\n         ${advice.replaceAll("\n", "\n         ")}`;
    return `${marks[state]}  ${subject}: ${says}${below}\n`;
  });
  context.terminal.out(json ? `${JSON.stringify({ findings, ok: isWell }, null, 2)}\n` : lines.join(""));
  return isWell ? exitCodes.ok : exitCodes.failed;
};

function nodeFinding(): AccountFinding {
  const wanted = toolkitPackage().engines.node;
  const isFit = satisfies(process.versions.node, wanted);
  return {
    subject: "Node",
    state: isFit ? "good" : "wrong",
    says: `${process.versions.node} on ${platform()} ${arch()}`,
    advice: isFit ? "" : `Install a version that is ${wanted}.`,
  };
}

function pythonFinding(project: Project): AccountFinding {
  const machine = thisMachine(project.python);
  const python = machine.findPython();
  const slow = machine.describeSlowPythons();
  return python === null
    ? {
        subject: "Python",
        state: "wrong",
        says: slow === "" ? "none that has Jinja2 3.1 or newer and time zones" : slow,
        advice: `Run ${commandCall} setup.`,
      }
    : {
        subject: "Python",
        state: "good",
        says: `Jinja2 ${python.jinjaVersion} at ${python.path}`,
        advice: "",
      };
}

/** What the file of the project's simulator finds; nothing where it cannot look. */
async function accountFindings(project: Project): Promise<readonly AccountFinding[]> {
  const file = project.sandbox.simulator;
  if (file === "") {
    return [];
  }
  try {
    const { simulator, examineAccount } = await runFile(project, `The simulator ${file}`, file);
    const { definition } = await loadDefinitions(project);
    if (examineAccount === undefined || definition === null) {
      return [];
    }
    const idns = definition.attributes.filter(({ owner }) => owner === "user").map(({ idn }) => idn);
    return await (examineAccount as ExamineAccount)(
      serviceAccount(project, idns, (simulator as Simulator).origins),
    );
  } catch (thrown) {
    if (!(thrown instanceof ProblemsError)) {
      throw thrown;
    }
    const says = thrown.problems[0]?.message ?? "it does not run";
    return [{ subject: "Module", state: "wrong", says, advice: `Run ${commandCall} check to see where.` }];
  }
}

async function builderFinding(project: Project): Promise<AccountFinding> {
  try {
    return await onBuilder(project, async ({ api }) => {
      const { organization_name: name, idn } = await api.profile();
      return { subject: "Builder", state: "good", says: `${name} (${idn}) at ${api.origin}`, advice: "" };
    });
  } catch (thrown) {
    if (!(thrown instanceof UserError)) {
      throw thrown;
    }
    const isMissing = thrown.message.startsWith("There is no NEWO_API_KEY");
    const [says = "", ...advice] = thrown.message.split(isMissing ? /(?<=\.) /u : "\n");
    return { subject: "Builder", state: isMissing ? "skipped" : "wrong", says, advice: advice.join(" ") };
  }
}
