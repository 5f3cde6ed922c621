/** Names of variables in a skill: the author's, made safe and unique. */

/** Words Jinja2 reserves or the platform puts into every template (newo-formats reference, section 5). */
const RESERVED: ReadonlySet<string> = new Set(
  `and or not in is if else elif for recursive true false none True False None set block endif endfor
   loop self super caller varargs kwargs namespace cycler joiner range dict lipsum import from include extends macro call filter
   raw with do break continue trans pluralize autoescape scoped ignore missing required context without
   json re datetime zoneinfo uuid system assistant user end val DUMMY`.split(/\s+/),
);

/** Hands out names that are valid, not reserved and not used before. */
export class NameScope {
  private readonly used = new Set<string>();

  /** Keeps a name from being handed out. */
  reserve(name: string): void {
    this.used.add(name);
  }

  /** A free name as close to the wish as possible: `slot`, then `slot_2`, `slot_3`. */
  unique(wish: string): string {
    const safe = safeName(wish);
    let candidate = safe;
    for (let count = 2; this.used.has(candidate); count += 1) {
      candidate = `${safe}_${String(count)}`;
    }
    this.used.add(candidate);
    return candidate;
  }
}

/** ASCII letters, digits and `_`; no reserved word, action (`PascalCase`) or private skill (`_name`). */
export function safeName(wish: string): string {
  const ascii = wish.replace(/[^A-Za-z0-9_]/g, "_").replace(/^_+/, "");
  const name = ascii === "" || /^[0-9]/.test(ascii) ? `value${ascii}` : ascii;
  return RESERVED.has(name) || /^[A-Z][a-z]/.test(name) ? `${name}_` : name;
}
