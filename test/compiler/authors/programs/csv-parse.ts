// @run {"input":"name,phone,city\n\"Smith, John\",555,\"New \"\"York\"\"\"\nAnn,777,Köln\n"}
// @run {"input":""}
function parseLine(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted) {
      if (c === '"') {
        if (line[i + 1] === '"') {
          cell += '"';
          i++;
        } else {
          quoted = false;
        }
      } else {
        cell += c;
      }
    } else if (c === '"') {
      quoted = true;
    } else if (c === ",") {
      cells.push(cell);
      cell = "";
    } else {
      cell += c;
    }
  }
  cells.push(cell);
  return cells;
}

export function main(text: string): Record<string, string>[] {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (!header) return [];
  const names = parseLine(header);
  return lines.map((line) => {
    const values = parseLine(line);
    const row: Record<string, string> = {};
    names.forEach((name, i) => {
      row[name] = values[i] ?? "";
    });
    return row;
  });
}
