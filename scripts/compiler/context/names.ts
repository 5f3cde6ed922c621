/** Names of variables in a skill: the author's, made safe and unique. */

/** Words Jinja2 reserves or the platform puts into every template (docs/platform.md, "The dialect"). */
const RESERVED: ReadonlySet<string> = new Set(
  `and or not in is if else elif for recursive true false none True False None set block endif endfor
   loop self super caller varargs kwargs namespace cycler joiner range dict lipsum import from include extends macro call filter
   raw with do break continue trans pluralize autoescape scoped ignore missing required context without
   json re datetime zoneinfo uuid system assistant user end val DUMMY`.split(/\s+/),
);

/** Hands out names that are valid, not reserved and not used before. */
export class NameScope {
  private used = new Set<string>();
  private readonly kept = new Set<string>();
  private readonly foreseen = new Set<string>();
  private keeps = false;

  /** Keeps a name from being handed out. */
  reserve(name: string): void {
    this.used.add(name);
  }

  /** Runs `work` for the body of a loop: what it names ends with the turn, so the names are free again after it. */
  inLoop<T>(work: () => T): T {
    const forget = this.remember();
    const result = work();
    forget();
    return result;
  }

  /** Gives a function that frees the names handed out since, for work that is done anew. */
  remember(): () => void {
    const outer = new Set(this.used);
    return () => {
      this.used = new Set([...outer, ...this.kept]);
    };
  }

  /** Runs `work` for something at the top of the skill: its names stay taken, wherever it was asked for. */
  lasting<T>(work: () => T): T {
    const outer = this.keeps;
    this.keeps = true;
    const result = work();
    this.keeps = outer;
    return result;
  }

  /** Keeps a name for a variable of the author's that is still to come. */
  foresee(name: string): void {
    this.foreseen.add(safeName(name));
  }

  /** A free name for a variable of the author's: `slot`, then `slot_2`, `slot_3`. */
  unique(preferred: string): string {
    return this.take(safeName(preferred), (candidate) => this.used.has(candidate));
  }

  /** A free name for a variable of the compiler's, which the author uses nowhere. */
  helper(preferred: string): string {
    return this.take(
      safeName(preferred),
      (candidate) => this.used.has(candidate) || this.foreseen.has(candidate),
    );
  }

  private take(safe: string, isTaken: (candidate: string) => boolean): string {
    let candidate = safe;
    for (let count = 2; isTaken(candidate); count += 1) {
      candidate = `${safe}_${String(count)}`;
    }
    this.used.add(candidate);
    if (this.keeps) {
      this.kept.add(candidate);
    }
    return candidate;
  }
}

/** The part of a skill's idn that stands for a function: its name in ASCII letters, digits and `_`. */
export function skillPart(functionName: string): string {
  return functionName.replace(/[^A-Za-z0-9_]/g, "_").replace(/^_+(?=.)/, "");
}

/** ASCII letters, digits and `_`; no reserved word, action (`PascalCase`) or private skill (`_name`). */
export function safeName(preferred: string): string {
  const ascii = preferred.replace(/[^A-Za-z0-9_]/g, "_").replace(/^_+/, "");
  const name = ascii === "" || /^[0-9]/.test(ascii) ? `value${ascii}` : ascii;
  return RESERVED.has(name) || /^[A-Z][a-z]/.test(name) ? `${name}_` : name;
}
