/** What to write instead of classes and objects with methods: functions that take the state, and return it anew. */
import ts from "typescript";

/** Instead of a class. */
export function classMethodsAdvice(declared: ts.ClassLikeDeclaration): string {
  const name = declared.name?.text ?? "State";
  const method = declared.members.find(ts.isMethodDeclaration);
  const state = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  return method === undefined
    ? `Write \`interface ${name}\` for what it holds, and make it with \`{ ... }\`.`
    : `Write \`interface ${name}\` for what it holds, make it with \`{ ... }\`, and each method as a function at module level that takes it: ${functionText(method, `${state}: ${name}`)}. One that changes it returns it anew: \`return { ...${state}, name: value };\`.`;
}

/** Instead of an object with methods. */
export function objectMethodsAdvice([method]: readonly ts.MethodDeclaration[]): string {
  return method === undefined
    ? ""
    : `Write each method as a function at module level that takes the state it reads: ${functionText(method, "state: State")}. One that changes it returns it anew: \`return { ...state, name: value };\`.`;
}

function functionText(method: ts.MethodDeclaration, state: string): string {
  const parameters = method.parameters.map((parameter) => parameter.getText().replaceAll(/\s+/gu, " "));
  return `\`function ${method.name.getText()}(${[state, ...parameters].join(", ")})\``;
}
