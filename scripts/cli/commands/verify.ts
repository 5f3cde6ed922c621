/** `verify`: the checks of the set-up guide, with the module's handlers, on a simulated service or a real account. */
import picocolors from "picocolors";
import type { ArtifactTree } from "../../model/types.ts";
import type { Project } from "../../project/index.ts";
import { sendHttp } from "../../sandbox/platform/http.ts";
import {
  onLiveStage,
  type CheckOutcome,
  type MadeEntry,
  type RuntimeName,
  type Verification,
} from "../../sandbox/conversations/index.ts";
import { isLocalAddress } from "../../builder/index.ts";
import { buildOrReport } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { listenForInterruption, type Interruption } from "../interruption.ts";
import { askBefore } from "../on-builder.ts";
import { runFile } from "../run-file.ts";
import { withPlainFaults } from "../sandbox-faults.ts";
import { serviceAccount } from "../service-account.ts";
import { serviceFetch } from "../service-fetch.ts";
import { loadTriedModule, namedFile, type TriedModule } from "../tried-module.ts";
import { withoutSecrets } from "../without-secrets.ts";

/** Longest time for an answer, in milliseconds. */
const timeoutMs = 30_000;

/** Between two requests to a real account, in milliseconds: it takes five a second from one address. */
const pauseMs = 250;

/** Where it is checked. */
interface Place {
  readonly values: Readonly<Record<string, string>>;
  readonly hosts: Readonly<Record<string, string>>;
  readonly caller: string;
  readonly pauseMs: number;
}

/** What one runtime came to. */
interface Report {
  readonly runtime: RuntimeName;
  readonly checks: readonly CheckOutcome[];
  readonly made: readonly MadeEntry[];
  /** Why it ended before the last check; "" when it did not. */
  readonly stopped: string;
}

type Options = Parameters<Implementation<Commands["verify"]>>[0];

/** Prints a line a check, then what was booked and what became of it. Exit code 0 only when nothing has failed and nothing stands. */
export const run: Implementation<Commands["verify"]> = async (options, context) => {
  refuseHalfLive(options);
  const project = context.project();
  const tried = await loadTriedModule(project);
  const verification = await verificationOf(project);
  const { attributes } = tried.module.definition;
  const idns = attributes.filter(({ owner }) => owner === "user").map(({ idn }) => idn);
  const account = serviceAccount(project, idns, tried.simulator.origins);
  const secrets = attributes
    .filter(({ secret }) => secret)
    .flatMap(({ idn }) => [account.values[idn] ?? "", (account.values[idn] ?? "").trim()]);
  return withoutSecrets(secrets, context, async (quiet) => {
    if (options.live) {
      await refuseUnfit(account, verification, options, tried);
    }
    const build = await buildOrReport(project, quiet, options.json ? "json" : "pretty");
    if (build === null) {
      return exitCodes.failed;
    }
    const interruption = listenForInterruption(() => {
      quiet.progress("Stopping. What was booked is cancelled first; Ctrl+C again stops waiting for that.");
    });
    try {
      const reports: Report[] = [];
      for (const runtime of runtimesOf(options)) {
        if (!interruption.signal.aborted) {
          const check = (place: Place): Promise<Report> =>
            verifyIn(runtime, { tried, verification, tree: build.tree, place, options, interruption }, quiet);
          reports.push(
            await (options.live
              ? check(livePlace(account, verification, options))
              : onSimulated(tried, verification, check)),
          );
        }
      }
      return show(reports, options, quiet);
    } finally {
      interruption.close();
    }
  });
};

/** @throws UserError where only one of the words is there that must come together */
function refuseHalfLive({ live, location, phone }: Options): void {
  if (live && (location === "" || phone === "")) {
    throw new UserError(
      "--live books in a real account: say --location with the number of the location, and --phone with the number of the visitor.",
      exitCodes.usage,
    );
  }
  if (live && !/^\+\d{8,15}$/u.test(phone)) {
    throw new UserError(
      "--phone takes a plus, the country code and the number: +4915198765432.",
      exitCodes.usage,
    );
  }
  if (!live && (location !== "" || phone !== "")) {
    throw new UserError(
      "--location and --phone are for a real account: say --live as well, or leave them out to use the simulator.",
      exitCodes.usage,
    );
  }
}

async function verificationOf(project: Project): Promise<Verification> {
  const file = namedFile(project, "simulator");
  const { verification } = await runFile(project, `The simulator ${file}`, file);
  if (verification === undefined) {
    throw new UserError(
      `${file} exports no \`verification\`: nothing says how this module is checked.`,
      exitCodes.usage,
    );
  }
  return verification as Verification;
}

/** @throws UserError without tokens, and where booking is not wanted */
async function refuseUnfit(
  { values, hosts }: ReturnType<typeof serviceAccount>,
  { placeAttribute }: Verification,
  { location, yes }: Options,
  { simulator }: TriedModule,
): Promise<void> {
  const given = Object.entries(values).filter(([idn, value]) => idn !== placeAttribute && value !== "");
  if (given.length === 0) {
    const names = Object.keys(values)
      .filter((idn) => /_token$|_key$|_id$/u.test(idn) && idn !== placeAttribute)
      .map((idn) => idn.toUpperCase());
    throw new UserError(
      `There is no account: set ${names.join(", ")} in the environment or in .env.`,
      exitCodes.usage,
    );
  }
  const url = addressOf(hosts);
  const what = `book an appointment at location ${location} of ${simulator.name} and cancel it again`;
  await askBefore({ url, isLocal: isLocalAddress(url) }, what, yes);
}

function runtimesOf({ runtime, live }: Options): readonly RuntimeName[] {
  const chosen = runtime === "" ? (live ? "node" : "both") : runtime;
  return chosen === "both" ? ["node", "nsl"] : [chosen as RuntimeName];
}

function livePlace(
  { values, hosts }: ReturnType<typeof serviceAccount>,
  { placeAttribute }: Verification,
  { location, phone }: Options,
): Place {
  const entered = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  return {
    values: { ...entered, [placeAttribute]: location },
    hosts,
    caller: phone,
    pauseMs: isLocalAddress(addressOf(hosts)) ? 0 : pauseMs,
  };
}

function addressOf(hosts: Place["hosts"]): string {
  return Object.values(hosts)[0] ?? "";
}

/** Starts the simulated service for one run. */
async function onSimulated(
  { simulator }: TriedModule,
  { simulatedCaller }: Verification,
  check: (place: Place) => Promise<Report>,
): Promise<Report> {
  const now = (): Date => new Date();
  const service = await simulator.open({ setting: { now: now().toISOString() }, now, rateLimits: false });
  try {
    return await check({
      values: Object.fromEntries(service.settings.map(({ idn, value }) => [idn, value])),
      hosts: Object.fromEntries(simulator.origins.map((origin) => [origin, service.url])),
      caller: simulatedCaller,
      pauseMs: 0,
    });
  } finally {
    await service.close();
  }
}

interface Verified {
  readonly tried: TriedModule;
  readonly verification: Verification;
  readonly tree: ArtifactTree;
  readonly place: Place;
  readonly options: Options;
  readonly interruption: Interruption;
}

/** Makes the checks; whatever happens, what was made is taken back. */
async function verifyIn(
  runtime: RuntimeName,
  { tried, verification, tree, place, options, interruption }: Verified,
  context: CommandContext,
): Promise<Report> {
  const { values, hosts, caller } = place;
  const checks: CheckOutcome[] = [];
  const http = serviceFetch(place.pauseMs, (request) => verifying.watch(request));
  const verifying = verification.begin({
    values,
    caller,
    service: options.service,
    staff: options.staff,
    signal: interruption.signal,
    send: async (request) => {
      const outcome = await sendHttp(request, { fetch: http.fetch, hosts, timeoutMs });
      return outcome.kind === "answer" ? outcome : { status: 0, body: "" };
    },
    progress: context.progress,
  });
  let stopped = "";
  try {
    context.progress(`Publishing the module ${inWords[runtime]} ...`);
    if (!options.json) {
      context.terminal.out(`The module ${inWords[runtime]}\n`);
    }
    const stage = { artifact: tree, ...tried, runtime, values, hosts, fetch: http.fetch };
    await withPlainFaults(() =>
      onLiveStage(stage, (setUp) =>
        verifying.check(setUp, (outcome) => {
          checks.push(outcome);
          if (!options.json) {
            context.terminal.out(checkLine(outcome, context.terminal.outColour));
          }
        }),
      ),
    );
  } catch (thrown) {
    stopped = thrown instanceof Error ? thrown.message : String(thrown);
  }
  // A booking that is still under way is waited for: it must be known before it can be cancelled.
  await Promise.race([http.idle(), interruption.again]);
  if (verifying.made().some(({ state }) => state === "standing" || state === "doubtful")) {
    context.progress("Cancelling what still stands ...");
    await Promise.race([verifying.cleanUp(), interruption.again]);
  }
  await Promise.race([http.close(), interruption.again]);
  // Whatever does not come to its end once it is asked to stop is no fault.
  const why = interruption.signal.aborted ? "It was stopped." : stopped;
  return { runtime, checks, made: verifying.made(), stopped: why };
}

const inWords = { node: "in Node", nsl: "as compiled skills" } as const;

function checkLine({ title, state, says }: CheckOutcome, colour: boolean): string {
  const { green, red, yellow } = picocolors.createColors(colour);
  const marks = { passed: green("ok     "), failed: red("failed "), skipped: yellow("skipped") };
  return `  ${marks[state]}  ${title}: ${says}\n`;
}

function show(reports: readonly Report[], { json, live }: Options, { terminal }: CommandContext) {
  const faults = reports.flatMap(({ runtime, checks, stopped }) => [
    ...checks.filter(({ state }) => state === "failed").map(({ title }) => `${title} ${inWords[runtime]}`),
    ...(stopped === "" ? [] : [`${inWords[runtime]}: ${stopped}`]),
  ]);
  const made = reports.flatMap((report) => report.made);
  const left = made.filter(({ state }) => state === "standing" || state === "doubtful");
  const ok = faults.length === 0 && left.length === 0;
  const skipped = reports.flatMap(({ checks }) => checks).filter(({ state }) => state === "skipped").length;
  terminal.out(
    json
      ? `${JSON.stringify({ live, runs: reports, ok }, null, 2)}\n`
      : `${[
          "",
          ...made.map(({ entry, state }) => `${words[state]}  ${entry}`),
          ...left.map(({ entry, state, advice }) =>
            state === "standing"
              ? `STILL STANDING: ${entry}. ${advice}`
              : `IT MAY STAND: ${entry}. No answer came to its booking. ${advice}`,
          ),
          ...faults.map((fault) => `Failed: ${fault}`),
          ok
            ? `All is well${skipped === 0 ? "" : `, as far as it was checked: ${String(skipped)} skipped`}. Nothing that was booked is left.`
            : left.length === 0
              ? "Not all is well. Nothing that was booked is left."
              : "Not all is well, and not all that was booked is cancelled: see above.",
        ].join("\n")}\n`,
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}

const words: Readonly<Record<MadeEntry["state"], string>> = {
  cancelled: "booked and cancelled again:",
  standing: "booked, not cancelled:     ",
  doubtful: "asked for, not answered:   ",
  "not made": "asked for, not made:       ",
};
