/** A plan in words: what each segment starts with, what it needs, and what it does. */
import ts from "typescript";
import { isPlanLocal, localName } from "../../../scripts/compiler/segments/plan.ts";
import type {
  Binding,
  Plan,
  PlanLocal,
  Segment,
  Step,
  Test,
} from "../../../scripts/compiler/segments/plan.ts";

/** One segment a paragraph: `1 declare r (needs a): return r.body`. */
export function planText({ segments, held }: Plan): string {
  return segments.map((segment) => segmentText(segment, held)).join("\n");
}

type Held = Plan["held"];

function segmentText({ index, binding, needs, steps }: Segment, held: Held): string {
  const needed = needs.length === 0 ? "" : ` (needs ${needs.map(localName).join(", ")})`;
  return `${String(index)}${bindingText(binding)}${needed}:\n${stepsText(steps, held, "  ")}`;
}

function bindingText(binding: Binding): string {
  switch (binding.kind) {
    case "none":
      return "";
    case "declare":
      return ` declares ${textOf(binding.name)}`;
    case "assign":
      return ` assigns ${textOf(binding.target)}`;
    case "hold":
      return ` holds ${binding.local.planLocal}`;
    case "return":
      return ` answers \`${textOf(binding.node)}\``;
  }
}

function stepsText(steps: readonly Step[], held: Held, indent: string): string {
  return steps.map((step) => stepText(step, held, indent)).join("");
}

function stepText(step: Step, held: Held, indent: string): string {
  const line = (text: string): string => `${indent}${text}\n`;
  switch (step.kind) {
    case "statement":
    case "declaration":
    case "expression":
      return line(`${step.kind} ${textOf(step.node, held)}`);
    case "keep":
      return line(`keep ${step.local.planLocal} = ${textOf(step.node, held)}`);
    case "start":
      return line(`start ${step.local.planLocal}${step.as === "zero" ? "" : ` as ${step.as}`}`);
    case "append":
      return line(`append ${step.value.planLocal} to ${step.list.planLocal}`);
    case "bind":
      return line(`bind ${textOf(step.call, held)}`);
    case "take":
      return line(
        `take ${step.name === undefined ? "nothing" : textOf(step.name)} = ${step.list.planLocal}[${step.index.planLocal}]`,
      );
    case "branch": {
      const inner = `${indent}  `;
      const ways = [step.then, step.otherwise].map((way) => stepsText(way, held, inner));
      return `${line(`if ${testText(step.test, held)}`)}${ways.join(line("else"))}`;
    }
    case "goto":
      return line(`goto ${String(step.target.index)}`);
    case "suspend":
      return line(`send ${textOf(step.request, held)}, then ${String(step.resume.index)}`);
    case "call":
      return line(
        `call ${step.callee.name?.text ?? ""}: ${textOf(step.call, held)}, then ${String(step.resume.index)}`,
      );
    case "return":
      return line(step.value === null ? "return" : `return ${textOf(step.value, held)}`);
    default:
      throw new Error(`No step: ${String(step satisfies never)}`);
  }
}

function testText(test: Test, held: Held): string {
  switch (test.kind) {
    case "expression":
      return textOf(test.node, held);
    case "absent":
      return `no ${isPlanLocal(test.value) ? test.value.planLocal : textOf(test.value, held)}`;
    case "truth":
      return `true ${test.value.planLocal} as ${textOf(test.node, held)}`;
    case "label":
      return `${test.value.planLocal} is ${test.labels.map((label) => textOf(label, held)).join(" or ")}`;
    case "inside":
      return `${test.index.planLocal} inside ${test.list.planLocal}`;
  }
}

/** The text on one line; what is computed before it stands in braces. */
function textOf(node: ts.Node, held: Held = new Map<ts.Node, PlanLocal>()): string {
  const source = node.getSourceFile().text;
  const write = (part: ts.Node): string => {
    const local = held.get(part);
    if (local !== undefined) {
      return `{${local.planLocal}}`;
    }
    let [text, end] = ["", part.getStart()];
    ts.forEachChild(part, (child) => {
      text += source.slice(end, child.getStart()) + write(child);
      end = child.getEnd();
    });
    return text + source.slice(end, part.getEnd());
  };
  return write(node).replace(/\s+/gu, " ");
}

/** Every step of a plan with the line of its function it comes from, as `goto@3`. */
export function originsOf({ declaration, segments }: Plan): readonly string[] {
  const file = declaration.getSourceFile();
  const lineOf = (node: ts.Node): number =>
    file.getLineAndCharacterOfPosition(node.getStart()).line -
    file.getLineAndCharacterOfPosition(declaration.getStart()).line;
  const visit = (step: Step): readonly string[] => [
    `${step.kind}@${"node" in step ? String(lineOf(step.node)) : "?"}`,
    ...(step.kind === "branch" ? [...step.then, ...step.otherwise].flatMap(visit) : []),
  ];
  return segments.flatMap(({ steps }) => steps.flatMap(visit));
}
