/** What pushes from this machine have made, kept beside the project so that an interrupted one is gone on with. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The form of the file. */
interface Stored {
  /** Paths of what a push created: what may go when the sources no longer have it. */
  readonly made: readonly string[];
  /** Path -> fingerprint of what was sent last: what else it is now, somebody has edited. */
  readonly sent: Readonly<Record<string, string>>;
  /** Paths of flows that were changed and are not published yet. */
  readonly unpublished: readonly string[];
}

/** The record of one project in one account. Every change is on disk before the next request. */
export class PushRecord {
  readonly #file: string;
  readonly #made: Set<string>;
  readonly #sent: Map<string, string>;
  readonly #unpublished: Set<string>;

  /** A record that is missing, or cannot be read, is an empty one: then nothing was made here. */
  constructor(file: string) {
    const stored = read(file);
    this.#file = file;
    this.#made = new Set(stored.made);
    this.#sent = new Map(Object.entries(stored.sent));
    this.#unpublished = new Set(stored.unpublished);
  }

  /** Whether a push from here created it. */
  hasMade(path: string): boolean {
    return this.#made.has(path);
  }

  /** Whether it is something else than what was sent from here; false when nothing was. */
  isEdited(path: string, now: unknown): boolean {
    const sent = this.#sent.get(path);
    return sent !== undefined && sent !== fingerprint(now);
  }

  /** The flows that wait for being published. */
  get unpublished(): ReadonlySet<string> {
    return this.#unpublished;
  }

  created(path: string, value: unknown): void {
    this.#made.add(path);
    this.changed(path, value);
  }

  changed(path: string, value: unknown): void {
    this.#sent.set(path, fingerprint(value));
    this.#save();
  }

  /** What is as it was to be: whatever it becomes from now on, somebody else has done. */
  agrees(parts: readonly { readonly path: string; readonly value: unknown }[]): void {
    const news = parts.filter(({ path, value }) => this.#sent.get(path) !== fingerprint(value));
    news.forEach(({ path, value }) => this.#sent.set(path, fingerprint(value)));
    if (news.length > 0) {
      this.#save();
    }
  }

  removed(path: string): void {
    this.#made.delete(path);
    this.#sent.delete(path);
    this.#save();
  }

  /** Before the first change of a flow. */
  waits(flow: string): void {
    this.#unpublished.add(flow);
    this.#save();
  }

  published(flow: string): void {
    this.#unpublished.delete(flow);
    this.#save();
  }

  #save(): void {
    const stored: Stored = {
      made: [...this.#made].sort(),
      sent: Object.fromEntries([...this.#sent].sort()),
      unpublished: [...this.#unpublished].sort(),
    };
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(stored, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string): Stored {
  try {
    return {
      made: [],
      sent: {},
      unpublished: [],
      ...(JSON.parse(readFileSync(file, "utf8")) as Partial<Stored>),
    };
  } catch {
    return { made: [], sent: {}, unpublished: [] };
  }
}

function fingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
