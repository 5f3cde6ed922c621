// @run {"input":"name=Ann; city=Berlin; broken"}
export function main(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const pair of text.split(";")) {
    const [key, value] = pair.trim().split("=");
    if (value !== undefined) {
      result[key] = value;
    }
  }
  return result;
}
