/** The skill that asks the language model: the only one whose printed text matters. */
import {
  call,
  loads,
  name,
  output,
  set,
  type Skill,
  text,
  test,
  conditional,
  dumps,
  returnValue,
} from "../nsl/ast.ts";

/** Its idn in every flow that needs it. */
export const promptSkillIdn = "_generate";

/**
 * Prints the instruction as the system part and lets Gen fill the schema. The schema is given as an
 * object, and the answer may come back as an object or as text (docs/platform.md, "The answer of the model").
 */
export function promptSkill(): Skill {
  const generated = call(
    name("Gen"),
    [],
    [
      ["jsonSchema", loads(name("schema"))],
      ["validateSchema", text("True")],
    ],
  );
  return {
    idn: promptSkillIdn,
    parameters: [
      { name: "instruction", defaultValue: "" },
      { name: "schema", defaultValue: "{}" },
    ],
    body: [
      output(name("system")),
      output(name("instruction")),
      output(name("end")),
      output(name("assistant")),
      set("generated", generated),
      output(name("end")),
      returnValue(
        conditional(test(name("generated"), "string"), name("generated"), dumps(name("generated"))),
      ),
    ],
  };
}
