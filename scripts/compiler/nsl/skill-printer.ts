/** Prints skills, each once: a skill that is taken over from elsewhere has been printed there. */
import type ts from "typescript";
import type { CompiledSkill } from "../../model/types.ts";
import type { Skill } from "./ast.ts";
import type { Dialect } from "./dialect.ts";
import { printSkill } from "./printer.ts";
import { skillTitle } from "./skill-title.ts";

/** A printer for one project and one dialect. */
export class SkillPrinter {
  private readonly printed = new WeakMap<Skill, CompiledSkill>();

  /** @param relative makes a file name relative to the project root, with `/` */
  constructor(
    private readonly relative: (fileName: string) => string,
    readonly dialect: Dialect,
  ) {}

  /** The text of a skill, with its source map. */
  print(skill: Skill): CompiledSkill {
    const known = this.printed.get(skill);
    if (known !== undefined) {
      return known;
    }
    const { idn, parameters, source } = skill;
    const title = skillTitle(source.name, source.place === null ? null : this.locate(source.place));
    const printed = {
      idn,
      title,
      parameters,
      ...printSkill(skill, (node) => this.locate(node), this.dialect),
    };
    this.printed.set(skill, printed);
    return printed;
  }

  private locate(node: ts.Node): { file: string; line: number; column: number } {
    const file = node.getSourceFile();
    const place = file.getLineAndCharacterOfPosition(node.getStart(file));
    return { file: this.relative(file.fileName), line: place.line + 1, column: place.character + 1 };
  }
}
