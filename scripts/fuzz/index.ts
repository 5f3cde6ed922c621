/**
 * `npm run fuzz -- --seconds N [--seed S]`: runs generated programs in both runtimes with random seeds until
 * the time is up, compiled with every pass and in one of the other ways, in turn, and keeps every counter-example, made small, as a file beside the tests.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toolkitRoot } from "../toolkit.ts";
import { fuzz, TOGETHER } from "./generator/fuzz.ts";
import { everyPass, otherWay, otherWays } from "./generator/ways.ts";

const folder = join(toolkitRoot, "test", "compiler", "counter-examples");

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(`npm run fuzz -- [--seconds N] [--seed S]

  --seconds N  how long to run (default 60)
  --seed S     run one round with this seed instead of random ones, compiled in every way

Exit code 0 when no program differs, 1 otherwise; counter-examples are written to test/compiler/counter-examples.
`);
} else {
  process.exitCode = await main(
    Number(values.seconds),
    values.seed === undefined ? null : Number(values.seed),
  );
}

async function main(seconds: number, fixedSeed: number | null): Promise<number> {
  if (!Number.isFinite(seconds) || (fixedSeed !== null && !Number.isInteger(fixedSeed))) {
    process.stderr.write("--seconds and --seed take numbers.\n");
    return 2;
  }
  const end = Date.now() + seconds * 1000;
  let programs = 0;
  let runs = 0;
  let found = 0;
  do {
    const seed = fixedSeed ?? Math.floor(Math.random() * 2 ** 31);
    const ways = fixedSeed === null ? [everyPass, otherWay(programs / TOGETHER)] : [everyPass, ...otherWays];
    const report = await fuzz({ seed, count: TOGETHER, ways });
    programs += report.programs;
    runs += report.runs;
    report.differences.forEach((text, index) => {
      found += 1;
      keep(`seed-${String(seed)}-${String(index + 1)}.txt`, text);
    });
    process.stdout.write(
      `seed ${String(seed)}: ${String(programs)} programs, ${String(runs)} runs, ${String(found)} differences\n`,
    );
  } while (fixedSeed === null && Date.now() < end);
  return found === 0 ? 0 : 1;
}

function keep(name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${text}\n`);
  process.stdout.write(`kept test/compiler/counter-examples/${name}\n`);
}
