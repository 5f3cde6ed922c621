// @run {"input":{"a":{"b":1,"c":{"d":"x"}},"e":[1,2]}}
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
function flatten(value: Json, prefix: string, out: Record<string, string>): void {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, prefix === "" ? key : `${prefix}.${key}`, out);
    }
    return;
  }
  out[prefix] = JSON.stringify(value);
}
export function main(input: Json): Record<string, string> {
  const out: Record<string, string> = {};
  flatten(input, "", out);
  return out;
}
