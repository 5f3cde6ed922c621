/** The SDK as the compiler knows it: by the symbols its modules export. */
import ts from "typescript";
import { exportedFunctions, resolveFunction } from "./functions.ts";

/** Functions of the SDK that are one construct in NSL. */
const INTRINSICS = [
  "asBoolean",
  "asList",
  "asNumber",
  "asObject",
  "asText",
  "dateOfDay",
  "dayNumber",
  "emptyRecord",
  "encodeQuery",
  "isTimeZone",
  "owned",
  "property",
  "unchecked",
  "uncheckedDecimal",
  "uncheckedInteger",
  "uncheckedJson",
  "uncheckedOffset",
  "unreadable",
  "weekdayOf",
] as const;

/** The name of such a function. */
export type IntrinsicName = (typeof INTRINSICS)[number];

/** Recognises the functions of the SDK and of the runtime. */
export class Sdk {
  private readonly intrinsics: ReadonlyMap<ts.Node, IntrinsicName>;
  private readonly files: ReadonlySet<ts.SourceFile>;
  private readonly anotherUse: ts.Node | undefined;

  /**
   * @param modules the files whose exports are the SDK's: its entry, and what it keeps for generated code
   * @param runtime the functions the state machines run on
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    modules: readonly ts.SourceFile[],
    runtime: readonly ts.FunctionDeclaration[],
  ) {
    const exported = new Map(modules.flatMap((file) => [...exportedFunctions(checker, file)]));
    this.intrinsics = new Map(
      INTRINSICS.flatMap((name) => {
        const declaration = exported.get(name);
        return declaration === undefined ? [] : [[declaration, name] as const];
      }),
    );
    this.anotherUse = exported.get("anotherUse");
    this.files = new Set([...exported.values(), ...runtime].map((node) => node.getSourceFile()));
  }

  /** The name of a function that is one construct in NSL; undefined for any other. */
  intrinsicOf(declaration: ts.Node): IntrinsicName | undefined {
    return this.intrinsics.get(declaration);
  }

  /** Does it mark a use of a date that is refused? */
  isAnotherUse(declaration: ts.Node): boolean {
    return declaration === this.anotherUse;
  }

  /** Is it `emptyRecord()`, which inherits nothing? */
  isEmptyRecord(node: ts.Expression): boolean {
    return this.isCallOf(node, "emptyRecord");
  }

  /** Is it what a function was handed to change, or what such a function has given back? */
  isOwned(node: ts.Expression): node is ts.CallExpression {
    return this.isCallOf(node, "owned");
  }

  private isCallOf(node: ts.Expression, name: IntrinsicName): node is ts.CallExpression {
    const called = ts.isCallExpression(node) ? resolveFunction(this.checker, node.expression) : undefined;
    return called !== undefined && this.intrinsicOf(called) === name;
  }

  /** Does it stand in a file of the SDK or of the runtime, which no author of a handler can change? */
  isOwn(node: ts.Node): boolean {
    return this.files.has(node.getSourceFile());
  }
}
