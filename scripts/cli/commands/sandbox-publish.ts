/** `sandbox publish`: what the publish hook reports for the demo salon. */
import { openSalonAccount, setUpAsBuilder } from "../../demo/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { withPlainFaults } from "../sandbox-faults.ts";

/** Builds in memory, installs, publishes, prints the status. Exit code 1 when a skill stopped. */
export const run: Implementation<Commands["sandbox publish"]> = async ({ json }, context) => {
  const build = await buildOrReport(context.project(), context, json ? "json" : "pretty");
  if (build === null) {
    return exitCodes.failed;
  }
  context.progress("Publishing in the sandbox ...");
  const report = await withPlainFaults(async () => {
    const account = await openSalonAccount(build.tree, publishTime);
    try {
      return await setUpAsBuilder(account);
    } finally {
      await account.close();
    }
  });
  const text = [...report.status, ...report.faults.map((fault) => `failed: ${fault}`)].join("\n");
  context.terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : `${text}\n`);
  return report.faults.length === 0 ? exitCodes.ok : exitCodes.failed;
};

/** The demo's clock: the same report every day. */
const publishTime = Date.UTC(2026, 11, 2, 8);
