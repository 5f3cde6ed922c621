// @run {"input":"+1 (415) 555-0132"}
// @run {"input":"4155550132"}
// @run {"input":"12"}
export function main(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  const match = digits.match(/^1?(\d{3})(\d{3})(\d{4})$/);
  if (!match) {
    return phone;
  }
  return `(${match[1]}) ${match[2]}-${match[3]}`;
}
