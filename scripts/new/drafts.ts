/** Files as they will be: kept in memory until all of them are known, then written together or not at all. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NewError } from "./new-error.ts";

/** A folder with changes that are not written yet. Names are relative to it, with slashes. */
export class Drafts {
  readonly #root: string;
  readonly #texts = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** The names of all files that change, in order. */
  get files(): readonly string[] {
    return [...this.#texts.keys()].sort();
  }

  /** Whether there is such a file, or will be. */
  has(file: string): boolean {
    return this.#texts.has(file) || existsSync(join(this.#root, file));
  }

  /** @throws NewError when there is none */
  read(file: string): string {
    const text = this.#texts.get(file);
    if (text !== undefined) {
      return text;
    }
    try {
      return readFileSync(join(this.#root, file), "utf8");
    } catch {
      throw new NewError(`There is no file ${file}, into which this has to be entered.`);
    }
  }

  /** A file that must not be there yet. @throws NewError when it is */
  create(file: string, text: string): void {
    if (this.has(file)) {
      throw new NewError(`There is a file ${file} already. Choose another name.`);
    }
    this.#texts.set(file, text);
  }

  /** Replaces the text of a file. */
  change(file: string, text: string): void {
    this.#texts.set(file, text);
  }

  /** Gives every text the project's format. */
  async format(formatted: (file: string, text: string) => Promise<string>): Promise<void> {
    for (const [file, text] of this.#texts) {
      this.#texts.set(file, await formatted(file, text));
    }
  }

  /**
   * Writes all files, then does what has to follow. Where either fails, everything is as it was before.
   *
   * @param afterwards gets the means to write files that depend on these
   */
  async write(afterwards: (write: (file: string, text: string) => void) => Promise<void>): Promise<void> {
    const undo: (() => void)[] = [];
    const put = (file: string, text: string): void => {
      undo.push(writeOne(join(this.#root, file), text));
    };
    try {
      this.#texts.forEach((text, file) => {
        put(file, text);
      });
      await afterwards((file, text) => {
        put(file, text);
        this.#texts.set(file, text);
      });
    } catch (thrown) {
      undo.reverse().forEach((step) => {
        step();
      });
      throw thrown;
    }
  }
}

/** @returns what takes it back, with the folders that were made for it */
function writeOne(path: string, text: string): () => void {
  const before = existsSync(path) ? readFileSync(path) : null;
  const made: string[] = [];
  for (let folder = dirname(path); !existsSync(folder); folder = dirname(folder)) {
    made.push(folder);
  }
  const undo = (): void => {
    if (before !== null) {
      writeFileSync(path, before);
      return;
    }
    if (existsSync(path)) {
      rmSync(path);
    }
    made
      .filter((folder) => existsSync(folder))
      .forEach((folder) => {
        rmdirSync(folder);
      });
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (thrown) {
    undo();
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new NewError(`${path} cannot be written: ${detail}. Nothing was changed.`);
  }
  return undo;
}
