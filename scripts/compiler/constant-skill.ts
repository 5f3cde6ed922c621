/** A skill that gives a text and does nothing else. */
import type { CompiledSkill } from "../model/types.ts";
import { conservativeDialect } from "./nsl/dialect.ts";
import * as nsl from "./nsl/factory.ts";
import { skillTitle } from "./nsl/skill-title.ts";
import { printSkill } from "./nsl/printer.ts";

/** @param source the file the text comes from, relative to the project */
export function constantSkill(idn: string, text: string, source: string): CompiledSkill {
  const name = idn.replace(/^_/u, "");
  const body = [nsl.returnValue(nsl.text(text))];
  const skill = { idn, source: { name, place: null }, parameters: [], body };
  const nowhere = { file: source, line: 1, column: 1 };
  return {
    idn,
    title: skillTitle(name, nowhere),
    parameters: [],
    ...printSkill(skill, () => nowhere, conservativeDialect),
    sources: [source],
  };
}
