/** Loads the files of a TypeScript program as JavaScript, without writing them anywhere. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import ts from "typescript";
import { SDK_IMPORT, SDK_MODULE, sdkFile } from "../../compiler/program.ts";

/** What a module exports. */
type Exports = Readonly<Record<string, unknown>>;

/** Gives the exports of a file of the program; every file is run once. */
type Loader = (fileName: string) => Exports;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
};

type ModuleFunction = (exports: Record<string, unknown>, require: (name: string) => unknown) => void;

const transpiled = new Map<string, ModuleFunction>();

/**
 * Makes a loader. Types are dropped; what the author wrote runs as it stands, not what is put into it for the compiler.
 *
 * @param written texts of files that are not on disk, by absolute name
 */
export function createLoader(program: ts.Program, written: ReadonlyMap<string, string>): Loader {
  const textOf = ({ fileName, text }: ts.SourceFile): string =>
    written.get(fileName) ?? (existsSync(fileName) ? readFileSync(fileName, "utf8") : text);
  const modules = new Map<string, Record<string, unknown>>();
  const load = (fileName: string): Exports => {
    const known = modules.get(fileName);
    if (known !== undefined) {
      return known;
    }
    const file = program.getSourceFile(fileName);
    if (file === undefined) {
      throw new Error(`${fileName} is not part of the program`);
    }
    const exports: Record<string, unknown> = {};
    modules.set(fileName, exports);
    moduleFunction(fileName, textOf(file))(exports, (name) => {
      const target = programFile(program, fileName, name);
      return target === undefined ? (createRequire(fileName)(name) as unknown) : load(target);
    });
    return exports;
  };
  return load;
}

/** The file of the program a module name means; undefined for a package. */
function programFile(program: ts.Program, importer: string, name: string): string | undefined {
  if (name === SDK_IMPORT || name === SDK_MODULE) {
    return sdkFile("index.ts");
  }
  const target = path.resolve(path.dirname(importer), name);
  if (!name.startsWith(".")) {
    return undefined;
  }
  return program.getSourceFile(target) === undefined ? `${target}.ts` : target;
}

function moduleFunction(fileName: string, text: string): ModuleFunction {
  const key = `${fileName}\n${text}`;
  const known = transpiled.get(key);
  if (known !== undefined) {
    return known;
  }
  const { outputText } = ts.transpileModule(text, { fileName, compilerOptions: options });
  const made = vm.compileFunction(outputText, ["exports", "require"], {
    filename: fileName,
  }) as unknown as ModuleFunction;
  transpiled.set(key, made);
  return made;
}
