/** `npm run bench`: how fast the build is, and how large the skills are. */
import { findProjectRoot, openProject } from "../project/index.ts";
import { toolkitRoot } from "../toolkit.ts";
import {
  compileHandWritten,
  measureHandWritten,
  type ProgramSize,
  ratioOf,
  readHandWritten,
} from "./hand-written.ts";
import { type CompileFigures, measureCompiler } from "./compile-bench.ts";

const milliseconds = (value: number): string => `${String(Math.round(value))} ms`;

/** The figures as a page of plain text. */
function compilePage(figures: CompileFigures): string {
  const { skills } = figures;
  const total = skills.reduce((sum, skill) => sum + skill.bytes, 0);
  const largest = [...skills].sort((a, b) => b.bytes - a.bytes).slice(0, 10);
  return [
    "Build",
    `  cold, own process      ${milliseconds(figures.coldProcess)}`,
    `  build, first           ${milliseconds(figures.firstBuild)} (own process, nothing kept; goal 4000 ms)`,
    `  build, toolkit kept    ${milliseconds(figures.changedBuild)} (own process, the toolkit's bundle kept, no build)`,
    `  build, unchanged       ${milliseconds(figures.unchangedBuild)} (own process; goal 1000 ms)`,
    `  TypeScript alone       ${milliseconds(figures.typescript)} (tsc --noEmit of the same files, own process)`,
    `  cold, in this process  ${milliseconds(figures.coldBuild)}`,
    `  one handler changed    ${milliseconds(figures.rebuild)}`,
    `  throughput             ${String(figures.linesPerSecond)} lines of TypeScript per second (${String(figures.sourceLines)} lines)`,
    "Skills",
    `  emitted                ${String(skills.length)} skills, ${String(total)} bytes, ${String(Math.round(total / skills.length))} a skill`,
    "  largest",
    ...largest.map((skill) => `    ${String(skill.bytes).padStart(6)}  ${skill.name}`),
    "",
  ].join("\n");
}

/** The programs that are also written by hand; what the toolkit brings to a module once is not counted. */
function handWrittenPage(sizes: readonly ProgramSize[]): string {
  const lines = sizes.map(
    (size) =>
      `  ${ratioOf(size).toFixed(2)}  ${String(size.compiled).padStart(5)} : ${String(size.byHand).padStart(5)}  ${size.title}`,
  );
  return ["Bytes, compiled : written by hand", ...lines, ""].join("\n");
}

const project = openProject(findProjectRoot(process.cwd()) ?? toolkitRoot);
process.stdout.write(compilePage(await measureCompiler(project)));

const programs = readHandWritten();
process.stdout.write(handWrittenPage(measureHandWritten(programs, compileHandWritten(programs))));
