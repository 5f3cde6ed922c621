/**
 * Methods of texts
 *
 * Methods of texts.
 *
 * @run {"input": " Anna-Maria Weber\t"}
 * @run {"input": ""}
 */
export function main(name: string): string[] {
  const plain = name.trim().toLowerCase();
  const parts = plain.split(" ");
  const initials = parts.map((part) => part.charAt(0).toUpperCase()).join(".");
  return [
    plain.replaceAll("-", " "),
    initials,
    plain.startsWith("anna") ? "A" : "B",
    `${parts.length}`.padStart(3, "0"),
  ];
}
