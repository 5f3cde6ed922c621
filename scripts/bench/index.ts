/** `npm run bench`: how fast the build is, how large the skills are, how many requests an action takes. */
import { buildModule } from "../assemble/index.ts";
import { projectRoot } from "../project-root.ts";
import { type CompileFigures, measureCompiler } from "./compile-bench.ts";
import { measureRequests, requestLines } from "./requests.ts";

const milliseconds = (value: number): string => `${String(Math.round(value))} ms`;

/** The figures as a page of plain text. */
function compilePage(figures: CompileFigures): string {
  const { skills } = figures;
  const total = skills.reduce((sum, skill) => sum + skill.bytes, 0);
  const largest = [...skills].sort((a, b) => b.bytes - a.bytes).slice(0, 10);
  return [
    "Build",
    `  cold, own process      ${milliseconds(figures.coldProcess)}`,
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

process.stdout.write(compilePage(await measureCompiler()));
const { build } = await buildModule({ root: projectRoot });
process.stdout.write(
  `Requests\n${requestLines(await measureRequests(build?.tree ?? new Map()))
    .map((line) => `  ${line}\n`)
    .join("")}`,
);
