// @run {"input":"ann@example.com"}
// @run {"input":"nobody"}
export function main(email: string): string {
  const at = email.indexOf("@");
  return at === -1 ? "" : email.substring(at + 1).toLowerCase();
}
