/** `sandbox publish`: what the publish hook reports against the project's simulator. */
import { setUpAsBuilder } from "../../sandbox/conversations/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { loadTriedModule, onTheatre } from "../tried-module.ts";

/** Builds in memory, installs, publishes, prints the status. Exit code 1 when a skill stopped. */
export const run: Implementation<Commands["sandbox publish"]> = async ({ json }, context) => {
  const project = context.project();
  const build = await buildOrReport(project, context, json ? "json" : "pretty");
  if (build === null) {
    return exitCodes.failed;
  }
  const tried = await loadTriedModule(project);
  context.progress("Publishing in the sandbox ...");
  const report = await onTheatre(tried, build.tree, "nsl", async (theatre) => {
    const stage = await theatre.prepare({ now: publishTime });
    try {
      return await setUpAsBuilder(stage, tried.simulator.statusAttribute);
    } finally {
      await stage.close();
    }
  });
  const text = [...report.status, ...report.faults.map((fault) => `failed: ${fault}`)].join("\n");
  context.terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : `${text}\n`);
  return report.faults.length === 0 ? exitCodes.ok : exitCodes.failed;
};

/** A clock that stands still: the same report every day. */
const publishTime = "2026-12-02T08:00:00Z";
