// @run {"input":{"base":"https://api.example/book_times/1","params":{"date":"2026-12-01","service_ids":[1,2],"staff":null,"note":"a & b / ü","full":true}}}
// @run {"input":{"base":"https://api.example","params":{}}}
type ParamValue = string | number | boolean | null | undefined | (string | number)[];

function buildQuery(params: Record<string, ParamValue>): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      for (const item of value) {
        pairs.push(`${encodeURIComponent(`${key}[]`)}=${encodeURIComponent(item)}`);
      }
    } else {
      pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
    }
  }
  return pairs.join("&");
}

function parseQuery(query: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const pair of query.split("&")) {
    if (!pair) continue;
    const [key = "", value = ""] = pair.split("=", 2);
    result[decodeURIComponent(key)] = decodeURIComponent(value);
  }
  return result;
}

export function main({ base, params }: { base: string; params: Record<string, ParamValue> }) {
  const query = buildQuery(params);
  const url = query ? `${base}?${query}` : base;
  return { url, back: parseQuery(query) };
}
