// @run {"input":"{\"ok\":true}"}
// @run {"input":"<html>"}
// @advice parsed.ok
// @advice parsed.value as 
import { parseJson } from "#sdk";

export function main(body: string): string {
  const parsed = parseJson(body);
  if (!parsed.ok) {
    return "no JSON";
  }
  const data = parsed.value as { ok: boolean };
  return data.ok ? "fine" : "failed";
}
