/** The form verbs are described in, and the types that follow from a description. */
import type { Project } from "../project/index.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** `--name <value>`. */
interface TextOption {
  readonly kind: "text";
  /** What stands in the help: `--out <folder>`. */
  readonly value: string;
  readonly description: string;
  readonly default: string;
  /** The only values taken; any when left out. */
  readonly choices?: readonly string[];
  /** The value of the option where it stands without one, which is then allowed. */
  readonly whenBare?: string;
}

/** `--name`, false unless given. */
interface FlagOption {
  readonly kind: "flag";
  /** A letter that means the same: `-y`. */
  readonly letter?: string;
  readonly description: string;
}

/** `--no-name`: the option `name` is true unless it is given. */
interface NegatedOption {
  readonly kind: "negated";
  readonly description: string;
}

/** One option of a verb. */
export type OptionDefinition = TextOption | FlagOption | NegatedOption;

/** What stands after the verb without a dash. */
interface ArgumentDefinition {
  /** What stands in the help: `<FILE.ts>`. */
  readonly value: string;
  readonly description: string;
  /** Takes one word, or all that are left. */
  readonly many: boolean;
  /** May be left out. */
  readonly optional?: boolean;
}

/** A verb as data. */
export interface CommandDefinition {
  /** One sentence for the list of verbs. */
  readonly description: string;
  /** The argument the verb needs; none when left out. */
  readonly argument?: ArgumentDefinition;
  /** Option name, as it is written on the command line -> what it is. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /** Command line without the program's name -> what it does. */
  readonly examples: Readonly<Record<string, string>>;
}

/** The values of a verb's options as its implementation gets them. */
type OptionValues<Definition extends CommandDefinition> = {
  readonly [Name in keyof Definition["options"]]: Definition["options"][Name] extends TextOption
    ? string
    : boolean;
};

/** What every implementation works with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /**
   * Reads the project the command is for, as it is now.
   *
   * @throws UserError when there is none
   */
  readonly project: () => Project;
  /** The words given for the verb's argument; none for a verb without one. */
  readonly words: readonly string[];
  /** Says what is being done now, on the error stream. */
  progress(text: string): void;
}

/** Runs a verb. A UserError is shown as its message; anything else is a fault of the program. */
export type Implementation<Definition extends CommandDefinition> = (
  options: OptionValues<Definition>,
  context: CommandContext,
) => Promise<ExitCode>;
