/** The skill that asks the language model: the only one whose printed text matters. */
import { extractionTemperature, schemaForm } from "../../sdk/contract.ts";
import type { Skill } from "../nsl/ast.ts";
import * as nsl from "../nsl/factory.ts";
import { promptSkillIdn } from "./skill-idns.ts";

/**
 * Prints the instruction as the system part and lets Gen fill the schema. The answer may come back as an object or as
 * text (docs/platform.md, "The answer of the model").
 *
 * @param form how the schema is given
 */
export function promptSkill(form = schemaForm): Skill {
  const generated = nsl.call(
    nsl.name("Gen"),
    [],
    [
      ["jsonSchema", form === "text" ? nsl.name("schema") : nsl.loads(nsl.name("schema"))],
      ["validateSchema", nsl.text("True")],
      ["temperature", nsl.text(extractionTemperature)],
    ],
  );
  return {
    idn: promptSkillIdn,
    source: { name: "asks the language model", place: null },
    parameters: [
      { name: "instruction", defaultValue: "" },
      { name: "schema", defaultValue: "{}" },
    ],
    body: [
      nsl.output(nsl.name("system")),
      nsl.output(nsl.name("instruction")),
      nsl.output(nsl.name("end")),
      nsl.output(nsl.name("assistant")),
      nsl.set("generated", generated),
      nsl.output(nsl.name("end")),
      nsl.returnValue(
        nsl.conditional(
          nsl.test(nsl.name("generated"), "string"),
          nsl.name("generated"),
          nsl.dumps(nsl.name("generated")),
        ),
      ),
    ],
  };
}
