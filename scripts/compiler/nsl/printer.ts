/** Makes the text of a skill, with the source map and the origin of every line. */
import { addMapping, GenMapping, toEncodedMap } from "@jridgewell/gen-mapping";
import type ts from "typescript";
import type { LineOrigin } from "../../model/types.ts";
import type { Expression, Skill, Statement } from "./ast.ts";
import { applyDialect, type Dialect } from "./dialect.ts";
import { layOut, type Part } from "./layout.ts";

/** What the printer gives for one skill. */
interface PrintedSkill {
  readonly text: string;
  readonly lines: readonly LineOrigin[];
  /** Source files the skill was made from, sorted. */
  readonly sources: readonly string[];
  /** Version 3 source map as JSON text. */
  readonly map: string;
}

/** Tells where a node stands; `file` is relative to the project root. */
type Locate = (node: ts.Node) => { file: string; line: number; column: number };

/** Prints a skill in a dialect. Same tree, same bytes. */
export function printSkill(skill: Skill, locate: Locate, dialect: Dialect): PrintedSkill {
  const printer = new Printer(skill.idn, locate);
  printer.block(applyDialect(skill.body, dialect), 0);
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

  /** A statement without a place of its own stands for what the block around it stands for. */
  block(statements: readonly Statement[], depth: number, around?: ts.Node): void {
    for (const statement of statements) {
      this.statement({ ...statement, origin: statement.origin ?? around }, depth);
    }
  }

  finish(): PrintedSkill {
    const sources = [...new Set(this.origins.map((origin) => origin.file))].sort();
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
      case "effect":
        this.tag("{% do ", statement.value, " %}", depth, statement.origin);
        return;
      case "output":
        this.tag("{{ ", statement.value, " }}", depth, statement.origin);
        return;
      case "for":
        this.clause(`for ${statement.names.join(", ")} in`, statement.iterable, depth, statement.origin);
        this.block(statement.body, depth + 1, statement.origin);
        this.line("{% endfor %}", depth, statement.origin);
        return;
      case "if":
        this.conditional(statement, depth);
        return;
      case "box":
      case "put":
        throw new Error("boxes are rewritten by the dialect before printing");
    }
  }

  private conditional(statement: Extract<Statement, { kind: "if" }>, depth: number): void {
    this.clause("if", statement.test, depth, statement.origin);
    this.block(statement.then, depth + 1, statement.origin);
    let rest = statement.otherwise;
    for (;;) {
      const [only] = rest;
      if (rest.length !== 1 || only?.kind !== "if") {
        break;
      }
      this.clause("elif", only.test, depth, only.origin ?? statement.origin);
      this.block(only.then, depth + 1, only.origin ?? statement.origin);
      rest = only.otherwise;
    }
    if (rest.length > 0) {
      this.line("{% else %}", depth, statement.origin);
      this.block(rest, depth + 1, statement.origin);
    }
    this.line("{% endif %}", depth, statement.origin);
  }

  /** The head of a block. Jinja2 takes no bare choice there: `for x in list if test` would filter the list. */
  private clause(word: string, value: Expression, depth: number, origin: ts.Node | undefined): void {
    const part = { before: `{% ${word} `, value, after: " %}", bracketed: value.kind === "conditional" };
    this.part(part, depth, origin);
  }

  /** One tag, over several lines when it is long. */
  private tag(
    open: string,
    value: Expression,
    close: string,
    depth: number,
    origin: ts.Node | undefined,
  ): void {
    this.part({ before: open, value, after: close }, depth, origin);
  }

  private part(part: Part, depth: number, origin: ts.Node | undefined): void {
    for (const line of layOut(part, depth, origin)) {
      this.line(line.text, line.depth, line.origin ?? origin);
    }
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
