/** `workbench`: a page over the sandbox and the project's simulator, until it is interrupted. */
import { randomBytes } from "node:crypto";
import { registriesRoot } from "../../registry/index.ts";
import { openWorkbench, serveWorkbench } from "../../sandbox/workbench/index.ts";
import { endpointModel, endpointSettings, ModelError, realModel } from "../../talk/index.ts";
import type { Project } from "../../project/index.ts";
import type { FoundScript, Simulator } from "../../sandbox/conversations/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { interrupted } from "../interruption.ts";
import { openBrowser } from "../open-browser.ts";
import { portTaken, refuseBadPort } from "../port.ts";
import { withPlainFaults } from "../sandbox-faults.ts";
import { inProject } from "../project.ts";
import { readScripts } from "../read-scripts.ts";
import { loadTriedModule } from "../tried-module.ts";

/** Prints the address of the page. Ends with exit code 0 at Ctrl+C, with 1 when the module does not build. */
export const run: Implementation<Commands["workbench"]> = async ({ port, open, json }, context) => {
  refuseBadPort(port);
  const project = context.project();
  const build = await buildOrReport(project, context, json ? "json" : "pretty");
  if (build === null) {
    return exitCodes.failed;
  }
  const { module, simulator, pythonPlaces } = await loadTriedModule(project);
  const { title, version } = build.manifest.identity;
  context.progress(`Starting the sandbox and the ${simulator.name} simulator ...`);
  const endpoint = configuredModel();
  const workbench = await withPlainFaults(() =>
    openWorkbench({
      ...{ module, simulator, pythonPlaces, build, title, version },
      root: project.root,
      model: endpoint === null ? null : realModel(endpoint),
      scripts: writtenConversations(project, simulator, context.progress),
      begins: new Date().toISOString(),
      timer: () => performance.now(),
      registriesRoot: registriesRoot(project.root),
    }),
  );
  const token = randomBytes(24).toString("hex");
  const running = await serveWorkbench(workbench, { token, port: Number(port) }).catch(
    async (thrown: unknown) => {
      await workbench.close();
      await endpoint?.close();
      throw portTaken(thrown, port);
    },
  );
  context.terminal.out(json ? `${JSON.stringify({ url: running.url })}\n` : `${running.url}\n`);
  context.progress("Open this address in a browser of this machine. Stop with Ctrl+C.");
  if (open) {
    openBrowser(running.url, () => {
      context.progress("No browser could be opened here: open the address yourself.");
    });
  }
  await interrupted();
  await running.close();
  await endpoint?.close();
  return exitCodes.ok;
};

/** Those of the project; none where it has none, or where one cannot be read, which is told. */
function writtenConversations(
  project: Project,
  { words }: Simulator,
  progress: (text: string) => void,
): readonly FoundScript[] {
  if (project.sandbox.conversations === "") {
    return [];
  }
  try {
    return readScripts(project, inProject(project, project.sandbox.conversations), words);
  } catch (thrown) {
    if (thrown instanceof UserError) {
      progress(`No written conversation can be played. ${thrown.message}`);
      return [];
    }
    throw thrown;
  }
}

/** null where the environment names none. */
function configuredModel(): ReturnType<typeof endpointModel> | null {
  try {
    return endpointModel(endpointSettings(process.env));
  } catch (thrown) {
    if (thrown instanceof ModelError) {
      return null;
    }
    throw thrown;
  }
}
