/** `push`: what a build has and an account has not. */
import { join } from "node:path";
import { readContent } from "../../artifact/index.ts";
import { push, PushRecord, type PushReport } from "../../builder/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { sandboxFolder } from "../env-values.ts";
import { exitCodes } from "../exit-codes.ts";
import { askBefore, onBuilder } from "../on-builder.ts";

/** Prints what was sent, a line each. */
export const run: Implementation<Commands["push"]> = async (options, context) => {
  const project = context.project();
  const build = await buildOrReport(project, context, options.json ? "json" : "pretty");
  const [built] = build === null ? [] : readContent(build.tree).projects;
  if (built === undefined) {
    return exitCodes.failed;
  }
  const wanted = { ...built, idn: options.as === "" ? built.idn : options.as };
  const dryRun = options["dry-run"];
  return onBuilder(project, async (on) => {
    const customer = await on.api.profile();
    if (!dryRun) {
      await askBefore(on, `push to the project ${wanted.idn} of ${customer.idn}`, options.yes);
    }
    const name = `${new URL(on.url).host.replaceAll(":", "-")}-${customer.idn}-${wanted.idn}.json`;
    const report = await push(on.api, wanted, {
      record: new PushRecord(join(project.root, sandboxFolder, "pushes", name)),
      prune: options.prune,
      overwrite: options.overwrite,
      dryRun,
      onProgress: context.progress,
    });
    context.terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : text(report, dryRun));
    return exitCodes.ok;
  });
};

function text({ created, steps, published, left }: PushReport, dryRun: boolean): string {
  const lines = [
    ...(created ? ["create  the project"] : []),
    ...steps.map(({ kind, path }) => `${kind}  ${path}`),
    ...published.map((flow) => `publish ${flow}`),
    ...(left.length === 0
      ? []
      : [`Not of this build and not made from here, so it stays (--prune removes it): ${left.join(", ")}.`]),
  ];
  const nothing = !created && steps.length === 0 && published.length === 0;
  const end = nothing
    ? "There is nothing to send."
    : dryRun
      ? "Nothing was sent."
      : "All is sent and published.";
  return `${[...lines, end].join("\n")}\n`;
}
