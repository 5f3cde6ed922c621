/** A skill that gives a text and does nothing else. */
import type { CompiledSkill } from "../model/types.ts";
import { conservativeDialect } from "./nsl/dialect.ts";
import * as nsl from "./nsl/factory.ts";
import { printSkill } from "./nsl/printer.ts";

/** @param source the file the text comes from, relative to the project */
export function constantSkill(idn: string, text: string, source: string): CompiledSkill {
  const skill = { idn, parameters: [], body: [nsl.returnValue(nsl.text(text))] };
  const nowhere = { file: source, line: 1, column: 1 };
  return {
    idn,
    parameters: [],
    ...printSkill(skill, () => nowhere, conservativeDialect),
    sources: [source],
  };
}
