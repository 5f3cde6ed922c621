/** Which files have decimals is asked anew in every build: one that is unchanged may have got them from another. */
import { expect, test } from "vitest";
import path from "node:path";
import { compileFlows, type CompileOutput, type CompileState } from "../../scripts/compiler/index.ts";
import { sdkFile } from "../../scripts/compiler/program.ts";
import { looseSources } from "../../scripts/project/index.ts";
import { toolkitRoot } from "../../scripts/toolkit.ts";

const folder = path.join(toolkitRoot, "programs", "decimal-files");
const inFolder = (name: string): string => path.join(folder, name);

function compile(amount: string, previous?: CompileState): CompileOutput {
  const handler = (name: string, given: string): string =>
    `import { doubled } from "./doubled.ts";
import type { SkillContext, SkillEvent } from "#sdk";
export async function ${name}(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(doubled(event.idn.length * ${given}));
}`;
  return compileFlows({
    sources: looseSources,
    runtimeFile: sdkFile("bare-runtime.ts"),
    flows: ["first", "second"].map((name) => ({
      idn: name,
      handlers: [{ name, file: inFolder(`${name}.ts`) }],
    })),
    overlay: new Map([
      [inFolder("first.ts"), handler("first", amount)],
      [inFolder("second.ts"), handler("second", "3")],
      [
        inFolder("doubled.ts"),
        "export function doubled(n: number): string { const sum = n + n; return `${sum} of ${n}`; }",
      ],
    ]),
    ...(previous === undefined ? {} : { previous }),
  });
}

const texts = ({ flows }: CompileOutput): readonly string[] =>
  flows.flatMap(({ skills }) => skills.map(({ text }) => text));
const files = ({ state }: CompileOutput): readonly string[] =>
  [...state.decimals.keys()].map(({ fileName }) => path.basename(fileName)).sort();

test("a file that is unchanged is compiled anew when another gives it decimals, or no more", () => {
  const [whole, half] = [compile("2"), compile("0.5")];
  expect([files(whole), files(half)]).toEqual([[], ["doubled.ts", "first.ts"]]);
  expect(texts(half)).not.toEqual(texts(whole));
  expect(texts(compile("0.5", whole.state))).toEqual(texts(half));
  expect(texts(compile("2", half.state))).toEqual(texts(whole));
});
