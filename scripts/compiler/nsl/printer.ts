/** Makes the text of a skill, with the source map and the origin of every line. */
import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import type ts from "typescript";
import type { Expression, Skill, Statement } from "./ast.ts";
import { argumentTexts, expressionText } from "./expression-text.ts";
import type { LineOrigin } from "../../model/types.ts";

/** What the printer gives for one skill. */
export interface PrintedSkill {
  readonly text: string;
  readonly lines: readonly LineOrigin[];
  /** Source files the skill was made from, sorted. */
  readonly sources: readonly string[];
  /** Version 3 source map as JSON text. */
  readonly map: string;
}

/** Tells where a node stands; `file` is relative to the project root. */
export type Locate = (node: ts.Node) => { file: string; line: number; column: number };

const WIDTH = 110;

/** Prints a skill. Same tree, same bytes. */
export function printSkill(skill: Skill, locate: Locate): PrintedSkill {
  const printer = new Printer(skill.idn, locate);
  printer.block(skill.body, 0);
  return printer.finish();
}

class Printer {
  private readonly lines: string[] = [];
  private readonly origins: LineOrigin[] = [];
  private readonly map: GenMapping;

  constructor(
    idn: string,
    private readonly locate: Locate,
  ) {
    this.map = new GenMapping({ file: `${idn}.nsl` });
  }

  block(statements: readonly Statement[], depth: number): void {
    for (const statement of statements) {
      this.statement(statement, depth);
    }
  }

  finish(): PrintedSkill {
    const sources = [...new Set(this.origins.map((origin) => origin.file))].sort();
    for (const source of sources) {
      setSourceContent(this.map, source, null);
    }
    return {
      text: this.lines.map((line) => `${line}\n`).join(""),
      lines: this.origins,
      sources,
      map: JSON.stringify(toEncodedMap(this.map)),
    };
  }

  private statement(statement: Statement, depth: number): void {
    switch (statement.kind) {
      case "set":
        this.tag(`{% set ${statement.name} = `, statement.value, " %}", depth, statement.origin);
        return;
      case "output":
        this.tag("{{ ", statement.value, " }}", depth, statement.origin);
        return;
      case "for":
        this.tag(
          `{% for ${statement.names.join(", ")} in `,
          statement.iterable,
          " %}",
          depth,
          statement.origin,
        );
        this.block(statement.body, depth + 1);
        this.line("{% endfor %}", depth, statement.origin);
        return;
      case "if":
        this.conditional(statement, depth);
    }
  }

  private conditional(statement: Extract<Statement, { kind: "if" }>, depth: number): void {
    this.tag("{% if ", statement.test, " %}", depth, statement.origin);
    this.block(statement.then, depth + 1);
    let rest = statement.otherwise;
    for (;;) {
      const [only] = rest;
      if (rest.length !== 1 || only?.kind !== "if") {
        break;
      }
      this.tag("{% elif ", only.test, " %}", depth, only.origin);
      this.block(only.then, depth + 1);
      rest = only.otherwise;
    }
    if (rest.length > 0) {
      this.line("{% else %}", depth, statement.origin);
      this.block(rest, depth + 1);
    }
    this.line("{% endif %}", depth, statement.origin);
  }

  /** One tag; a long list of items or arguments is put on lines of its own. */
  private tag(
    open: string,
    value: Expression,
    close: string,
    depth: number,
    origin: ts.Node | undefined,
  ): void {
    const place = value.origin ?? origin;
    const single = `${open}${expressionText(value)}${close}`;
    const parts = depth * 2 + single.length > WIDTH ? breakable(value) : null;
    if (parts === null) {
      this.line(single, depth, origin ?? place);
      return;
    }
    this.line(`${open}${parts.open}`, depth, origin ?? place);
    for (const part of parts.items) {
      this.line(`${part.text},`, depth + 1, part.origin ?? place);
    }
    this.line(`${parts.close}${close}`, depth, place);
  }

  private line(written: string, depth: number, origin: ts.Node | undefined): void {
    const indent = "  ".repeat(depth);
    this.lines.push(`${indent}${written}`);
    if (origin === undefined) {
      return;
    }
    const place = this.locate(origin);
    this.origins.push({ line: this.lines.length, file: place.file, sourceLine: place.line });
    addMapping(this.map, {
      generated: { line: this.lines.length, column: indent.length },
      source: place.file,
      original: { line: place.line, column: place.column - 1 },
    });
  }
}

interface Breakable {
  readonly open: string;
  readonly items: readonly { text: string; origin: ts.Node | undefined }[];
  readonly close: string;
}

function breakable(expression: Expression): Breakable | null {
  switch (expression.kind) {
    case "list":
      return expression.items.length < 2
        ? null
        : {
            open: "[",
            items: expression.items.map((entry) => ({ text: expressionText(entry), origin: entry.origin })),
            close: "]",
          };
    case "dict":
      return expression.entries.length < 2
        ? null
        : {
            open: "{",
            items: expression.entries.map(([key, value]) => ({
              text: `${expressionText(key)}: ${expressionText(value)}`,
              origin: value.origin,
            })),
            close: "}",
          };
    case "call":
      return breakableCall(expression);
    default:
      return null;
  }
}

function breakableCall(expression: Extract<Expression, { kind: "call" }>): Breakable | null {
  const args = argumentTexts(expression);
  const [only] = expression.positional;
  if (args.length === 1 && only !== undefined) {
    const inner = breakable(only);
    return inner === null
      ? null
      : {
          open: `${expressionText(expression.callee)}(${inner.open}`,
          items: inner.items,
          close: `${inner.close})`,
        };
  }
  if (args.length < 2) {
    return null;
  }
  const origins = [...expression.positional, ...expression.keywords.map(([, value]) => value)];
  return {
    open: `${expressionText(expression.callee)}(`,
    items: args.map((argument, index) => ({ text: argument, origin: origins[index]?.origin })),
    close: ")",
  };
}
