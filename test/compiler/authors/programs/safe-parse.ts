// @run {"input":"{\"ok\":true}"}
// @run {"input":"<html>"}
export function main(body: string): string {
  try {
    const data = JSON.parse(body) as { ok: boolean };
    return data.ok ? "fine" : "failed";
  } catch {
    return "no JSON";
  }
}
