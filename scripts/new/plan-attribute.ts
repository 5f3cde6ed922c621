/** `new attribute`: a setting, in the list of the module. */
import type { Drafts } from "./drafts.ts";
import { enterExport, enterInList, pathBetween } from "./enter.ts";
import { findLiteral } from "./find-literal.ts";
import type { PartName } from "./part-name.ts";
import { renderNew } from "./render-template.ts";
import { refuseKnown, type Planned, type Surroundings } from "./surroundings.ts";

/** What an attribute is for. */
interface AttributeKind {
  readonly valueType: "string" | "bool";
  readonly defaultValue: string;
  readonly description: string;
}

/** Plans a text the Builder user enters, and its first test. @throws NewError */
export function planAttribute(drafts: Drafts, name: PartName, around: Surroundings): Planned {
  const kind = {
    valueType: "string",
    defaultValue: "",
    description: `What is entered here: ${name.words}.`,
  } as const;
  enterAttribute(drafts, name, around, kind);
  const { attributes, module } = around.folders;
  const file = `test/attributes/${name.file}.test.ts`;
  drafts.create(
    file,
    renderNew("attribute.test.ts", {
      ...valuesOf(name, around, kind),
      attributesFile: pathBetween(file, `${attributes}/index.ts`),
      moduleFile: pathBetween(file, `${module}/index.ts`),
    }),
  );
  return { test: { runner: "vitest", file } };
}

/** Writes the definition and enters it into the module. @throws NewError */
export function enterAttribute(
  drafts: Drafts,
  name: PartName,
  around: Surroundings,
  kind: AttributeKind,
): void {
  const { attributes, module } = around.folders;
  const values = valuesOf(name, around, kind);
  refuseKnown(around, values.idn);
  const entry = { constant: name.constant, file: `${attributes}/${name.file}.ts` };
  drafts.create(entry.file, renderNew("attribute.ts", values));
  enterInList(drafts, findLiteral(drafts, `${module}/index.ts`, ["moduleDefinition", "attributes"]), entry);
  enterExport(drafts, `${attributes}/index.ts`, entry);
}

function valuesOf(name: PartName, { prefix }: Surroundings, kind: AttributeKind) {
  return { ...name, ...kind, idn: `${prefix}${name.snake}` };
}
