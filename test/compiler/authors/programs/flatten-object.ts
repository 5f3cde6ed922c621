// @run {"input":{"a":{"b":[1,{"c":"x"}],"d":null},"e":true,"f":{}}}
// @run {"input":{}}
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function flatten(value: Json, prefix = "", out: Record<string, string | number | boolean | null> = {}) {
  if (Array.isArray(value)) {
    value.forEach((item, index) => flatten(item, `${prefix}[${index}]`, out));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, prefix ? `${prefix}.${key}` : key, out);
    }
  } else {
    out[prefix] = value;
  }
  return out;
}

function get(value: Json | undefined, path: string): Json | undefined {
  return path.split(".").reduce<Json | undefined>((current, key) => {
    if (current === null || typeof current !== "object" || Array.isArray(current)) return undefined;
    return current[key];
  }, value);
}

export function main(value: { [key: string]: Json }) {
  const flat = flatten(value);
  return { flat, keys: Object.keys(flat).length, e: get(value, "e") ?? "none", ab: get(value, "a.b") ?? "none", deep: get(value, "a.x.y") ?? "none" };
}
