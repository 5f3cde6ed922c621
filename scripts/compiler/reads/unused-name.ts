/** Names for what is put into a file. */
import type ts from "typescript";

/** The name, or one like it that stands nowhere in the file. */
export function unusedName(file: ts.SourceFile, name: string): string {
  return file.text.includes(name) ? unusedName(file, `${name}_`) : name;
}
