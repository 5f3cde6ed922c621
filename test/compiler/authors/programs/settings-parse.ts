// @run {"input":"# comment\nlocation = 12\ndebug= true\nname = \"Salon \\\"A\\\"\"\nservices = 1, 2,3\nbroken line\nratio = 0.25"}
type Value = string | number | boolean | number[];

function parseValue(text: string): Value {
  if (text === "true" || text === "false") return text === "true";
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text.startsWith('"') && text.endsWith('"')) {
    return JSON.parse(text) as string;
  }
  if (/^\d+(\s*,\s*\d+)+$/.test(text)) {
    return text.split(",").map((item) => Number(item.trim()));
  }
  return text;
}

export function main(source: string) {
  const settings: Record<string, Value> = {};
  const problems: string[] = [];
  source.split("\n").forEach((line, index) => {
    const stripped = line.trim();
    if (!stripped || stripped.startsWith("#")) return;
    const position = stripped.indexOf("=");
    if (position < 0) {
      problems.push(`line ${index + 1}: missing "="`);
      return;
    }
    const key = stripped.slice(0, position).trimEnd();
    settings[key] = parseValue(stripped.slice(position + 1).trimStart());
  });
  const types = Object.entries(settings).map(([key, value]) => `${key}:${Array.isArray(value) ? "list" : typeof value}`);
  return { settings, problems, types };
}
