/** Every line that the module writes into the log is explained. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { stepLine } from "#sdk";
import { successKind } from "../../skills/altegio/success-kind.ts";
import { root } from "../assemble/built-module.ts";

const page = readFileSync(join(root, "docs/updating.md"), "utf8");
const [, section = ""] = page.split("## Read the log of an operation");
const [explained = ""] = section.split("\n## ");
const plain = explained.replace(/\s+/gu, " ");

const files = readdirSync(join(root, "skills"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => {
    const text = readFileSync(join(root, "skills", file), "utf8");
    return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  });

/** Literal texts at an argument of all calls of a function. */
function textsAt(called: RegExp, index: number): string[] {
  const found: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      found.push(node.text);
    } else if (ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, collect);
  };
  const visit = (node: ts.Node): void => {
    const given = ts.isCallExpression(node) ? node.arguments[index] : undefined;
    if (ts.isCallExpression(node) && called.test(node.expression.getText()) && given !== undefined) {
      collect(given);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return found.filter((text) => /[a-z]/iu.test(text));
}

describe("the page on the log explains", () => {
  it("each end of an operation", () => {
    const union = files
      .flatMap(({ statements }) => [...statements])
      .find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === "Why");
    const ends = [...(union?.getText().matchAll(/"([a-z-]+)"/gu) ?? [])].map(([, end]) => end);
    expect(ends.length).toBeGreaterThan(30);
    expect(ends.filter((end) => !explained.includes(`\`${String(end)}\``))).toEqual([]);
  });

  it("each kind of operation that has an end", () => {
    const kinds = textsAt(/^noteOutcome$/u, 2);
    expect(kinds.length).toBeGreaterThan(7);
    expect(kinds.filter((kind) => !explained.includes(`\`${kind}\``))).toEqual([]);
  });

  it("each outcome of a step", () => {
    const frame = { at: "", vars: {}, up: null };
    const taken = { personaId: "p", frame, mark: "", flow: "F", operation: "1.1", at: "" };
    const bodies = ["{}", "", "<html>", '{"success":false}'];
    const results = [
      ...bodies.map((body) => ({ status: 200, body })),
      ...[0, 404, 502].map((status) => ({ status, body: "" })),
    ];
    const lines = [
      ...results.map((result) => stepLine("altegio", taken, result, successKind(result))),
      stepLine("altegio", { ...taken, frame: null }, { status: 200, body: "{}" }, "answered"),
    ];
    const outcomes = new Set(lines.map((line) => line.replace(/^.* outcome=/u, "")));
    expect(outcomes.size).toBe(7);
    expect([...outcomes].filter((outcome) => !explained.includes(`\`${outcome}\``))).toEqual([]);
  });

  it("each line in plain words, and why a session begins with nothing told", () => {
    const said = [...textsAt(/^ctx\.log$/u, 0), ...textsAt(/^notTold$/u, 1)];
    expect(said.length).toBeGreaterThan(10);
    // Behind what is put in stands the rest of the sentence.
    expect(said.filter((text) => !plain.includes(text.replace(/^: /u, "").trim()))).toEqual([]);
  });
});
