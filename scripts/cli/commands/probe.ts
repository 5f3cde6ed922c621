/** `probe`: a project that asks a live account what is not documented, and the report it gives. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { zipArtifact } from "../../artifact/index.ts";
import { loadDefinitions } from "../../assemble/index.ts";
import { findProject, push, PushRecord } from "../../builder/index.ts";
import { answersOf, probeContent, probeProjectIdn, probeTree, type ProbeReport } from "../../probe/index.ts";
import type { Project } from "../../project/index.ts";
import type { Simulator } from "../../sandbox/conversations/index.ts";
import { commandCall, toolkitVersion } from "../../toolkit.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { sandboxFolder } from "../env-values.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { askBefore, existingProject, onBuilder, publishAll } from "../on-builder.ts";
import { ProblemsError } from "../problems-error.ts";
import { runFile } from "../run-file.ts";
import { refuseForeign, writeTree } from "../tree-folder.ts";

type Options = Parameters<Implementation<Commands["probe"]>>[0];

/** Prints where the project or the report is. Exit code 1 when the Builder refuses or has no report, 2 for a place that cannot be written. */
export const run: Implementation<Commands["probe"]> = async (options, context) => {
  const project = context.project();
  if (options.push && options.read !== "") {
    throw new UserError("Say --push or --read: the answers take a minute or two to come.", exitCodes.usage);
  }
  if (options.read !== "") {
    return readBack(project, options, context);
  }
  const probe = { version: toolkitVersion(), ...(await asked(project, options)) };
  return options.push
    ? send(project, probeContent(probe), options, context)
    : write(probeTree(probe), options, context);
};

/** What it asks about: the module's settings, and the address requests are sent to. */
async function asked(
  project: Project,
  { url }: Options,
): Promise<{ readonly url: string; readonly settings: readonly string[] }> {
  const { definition, problems } = await loadDefinitions(project);
  if (definition === null) {
    throw new ProblemsError([...project.problems, ...problems]);
  }
  const settings = definition.attributes.filter(({ owner }) => owner === "user").map(({ idn }) => idn);
  const address = url === "" ? await simulatedOrigin(project) : url;
  if (!/^https?:\/\/[\w.:/-]+$/u.test(address)) {
    throw new UserError(
      "Nothing says where the probe sends its requests: say --url with an address that needs no login.",
      exitCodes.usage,
    );
  }
  return { url: address, settings };
}

async function simulatedOrigin(project: Project): Promise<string> {
  const file = project.sandbox.simulator;
  if (file === "") {
    return "";
  }
  const { simulator } = await runFile(project, `The simulator ${file}`, file);
  return (simulator as Simulator | undefined)?.origins[0] ?? "";
}

function write(tree: ReturnType<typeof probeTree>, { out, json }: Options, { terminal }: CommandContext) {
  const place = resolve(out);
  if (out.endsWith(".zip")) {
    writeOrRefuse(out, () => {
      writeFileSync(place, zipArtifact(tree));
    });
  } else {
    refuseForeign(place, out);
    writeOrRefuse(out, () => {
      writeTree(tree, place);
    });
  }
  terminal.out(
    json
      ? `${JSON.stringify({ place, files: [...tree.keys()] }, null, 2)}\n`
      : `The probe is in ${out}: ${String(tree.size)} files. ${commandCall} probe --push sends it to a Builder; an import of a zip would clear the flows of a live account.\n`,
  );
  return exitCodes.ok;
}

function send(
  project: Project,
  content: ReturnType<typeof probeContent>,
  { yes, json }: Options,
  { terminal, progress }: CommandContext,
) {
  return onBuilder(project, async (on) => {
    const customer = await on.api.profile();
    await askBefore(on, `send the probe to ${customer.idn}, where it listens until it is removed,`, yes);
    const name = `${new URL(on.url).host.replaceAll(":", "-")}-${customer.idn}-${content.idn}.json`;
    const { published } = await push(on.api, content, {
      record: new PushRecord(join(project.root, sandboxFolder, "pushes", name)),
      prune: true,
      overwrite: true,
      dryRun: false,
      onProgress: progress,
    });
    const meta = await existingProject(on.api, content.idn);
    const flows = published.length > 0 ? published : await publishAll(on.api, meta, progress);
    terminal.out(
      json
        ? `${JSON.stringify({ project: content.idn, published: flows }, null, 2)}\n`
        : `The probe is published as ${content.idn}. Talk to the agent once, wait two minutes, then: ${commandCall} probe --read report.json. Remove the project in the Builder when it has been read.\n`,
    );
    return exitCodes.ok;
  });
}

function readBack(project: Project, { read: file, json }: Options, { terminal }: CommandContext) {
  return onBuilder(project, async ({ api }) => {
    if ((await findProject(api, probeProjectIdn)) === null) {
      throw new UserError(
        `The account at ${api.origin} has no project ${probeProjectIdn}. Send it first: ${commandCall} probe --push.`,
      );
    }
    const answers = answersOf(await api.customerAttributes());
    if (Object.keys(answers).length === 0) {
      throw new UserError(
        `The probe at ${api.origin} has told nothing yet. Publish it in the Builder, wait two minutes and read again; ${commandCall} logs shows whether it stops.`,
      );
    }
    const actions = Object.fromEntries(
      (await api.actions()).map((one) => [one.idn, Object.keys(one.arguments)]),
    );
    const report: ProbeReport = {
      ...{ probe: 1, version: toolkitVersion(), builder: api.origin, read: new Date().toISOString() },
      ...{ answers, actions },
    };
    const text = `${JSON.stringify(report, null, 2)}\n`;
    if (file === "-") {
      terminal.out(text);
      return exitCodes.ok;
    }
    writeOrRefuse(file, () => {
      writeFileSync(resolve(file), text);
    });
    const count = Object.keys(answers).length;
    terminal.out(
      json
        ? `${JSON.stringify({ file: resolve(file), answers: count })}\n`
        : `${String(count)} answers are in ${file}. Compare them: ${commandCall} check --probe ${file}.\n`,
    );
    return exitCodes.ok;
  });
}

/** @param word the place as it was named @throws UserError when nothing can be written there */
function writeOrRefuse(word: string, write: () => void): void {
  try {
    write();
  } catch (thrown) {
    const { code = "" } = thrown as NodeJS.ErrnoException;
    throw new UserError(`${word} cannot be written (${code}). Name another place.`, exitCodes.usage);
  }
}
