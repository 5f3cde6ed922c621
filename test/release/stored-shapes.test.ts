/** What is kept as JSON in accounts keeps its shape, or says in a migration how accounts follow. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkReleased, readStoredShapes, type MigrationRecord } from "../../scripts/release/index.ts";
import { parseReleased, releasedText } from "../../scripts/release/released-file.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";

const file = "stored-shapes.ts";
const entry = `interface Reference { readonly id: string; readonly name: string }
interface Entry { readonly number: number; readonly services: readonly Reference[]; readonly note?: string; readonly state: "on" | "off"; readonly isOld: boolean }
`;

/** The shapes of a project with these types. */
function shapesOf(
  types: string,
  listed = "sample_entries: readonly Entry[]; sample_state: Entry",
): Map<string, string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "entry.ts"), types.replaceAll("interface ", "export interface "));
  writeFileSync(
    join(folder, file),
    `import type { Entry } from "./entry.ts";\nexport interface StoredShapes { ${listed} }\n`,
  );
  return readStoredShapes(folder, file);
}

const named = (shapes: ReadonlyMap<string, string>) =>
  [...shapes].map(([idn, form]) => ({ kind: "stored" as const, idn, form }));

let kept: ReturnType<typeof parseReleased> | null = null;
const before = () => (kept ??= parseReleased(releasedText([], named(shapesOf(entry)), "1.2.0")));

function problemsAfter(types: string, migrations: readonly Partial<MigrationRecord>[] = []) {
  const names = named(shapesOf(types));
  return checkReleased({
    released: before(),
    file: "module/released.yaml",
    names,
    migrations,
    version: "1.2.0",
  });
}

describe("the shapes of stored JSON", () => {
  it("are read off the types, with fields by name, whatever file a type stands in", () => {
    const shape =
      '{isOld:boolean,note?:string,number:number,services:[{id:string,name:string}],state:"off"|"on"}';
    expect([...shapesOf(entry)]).toEqual([
      ["sample_entries", `[${shape}]`],
      ["sample_state", shape],
    ]);
    expect(before().map(({ form }) => form)).toEqual([`[${shape}]`, shape]);
  });

  it("may be written in another order", () => {
    expect(
      problemsAfter(entry.replace("id: string; readonly name: string", "name: string; readonly id: string")),
    ).toEqual([]);
  });

  it.each([
    [
      "renamed",
      entry.replace("number: number", "place: number"),
      "Accounts hold number:number. Now it has place:number.",
    ],
    ["taken out", entry.replace("readonly isOld: boolean", ""), "Accounts hold isOld:boolean."],
    [
      "added",
      entry.replace("readonly isOld", "readonly more: string; readonly isOld"),
      "Now it has more:string.",
    ],
    [
      "of another type",
      entry.replace("number: number", "number: string"),
      "Accounts hold number:number. Now it has number:string.",
    ],
    [
      "deeper down",
      entry.replace("readonly name: string", "readonly label: string"),
      "Accounts hold name:string. Now it has label:string.",
    ],
  ])("must not change: a field %s is an error that names the migration", (_, types, says) => {
    const problems = problemsAfter(types);
    expect(problems.map(({ code }) => code)).toEqual(["REL4005", "REL4005"]);
    expect(problems[0]?.message).toBe(
      `What is stored as JSON under "sample_entries" has another shape. ${says}`,
    );
    expect(problems[0]?.advice).toContain(
      '{ version: "2.0.0", renamedAttributes: [], rebuiltAttributes: [], reread: ["sample_entries"], retired: [] }',
    );
    expect(problems[0]?.position).toMatchObject({ file: "module/released.yaml", line: before()[0]?.line });
    expect(
      problemsAfter(types, [{ reread: ["sample_entries"], rebuiltAttributes: ["sample_state"] }]),
    ).toEqual([]);
    expect(problemsAfter(types, [{ reread: ["sample_entries"] }])).toHaveLength(1);
  });

  it("end where a type holds itself, and fields of any name have one form", () => {
    const tree =
      "interface Entry { readonly at: string; readonly up: Entry | null; readonly vars: { readonly [name: string]: number } }";
    expect([...shapesOf(tree, "sample_state: Entry").values()]).toEqual([
      "{at:string,up:itself|null,vars:{*:number}}",
    ]);
  });

  it("are none without the file, and a file without the interface is said", () => {
    expect([...readStoredShapes(temporaryFolder(), file)]).toEqual([]);
    const folder = temporaryFolder();
    writeFileSync(join(folder, file), "export const nothing = 1;\n");
    expect(() => readStoredShapes(folder, file)).toThrow(`${file} exports no interface StoredShapes`);
  });
});
