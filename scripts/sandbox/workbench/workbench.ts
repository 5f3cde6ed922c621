/** The workbench without its server: it does what the page asks, and tells what there is to show. */
import { parseConversations, type FoundScript, type PlannedEntry } from "../conversations/index.ts";
import { conversationFile } from "./conversation-file.ts";
import type { Command, Outcome, SkillShown, Step, TraceRow, WorkbenchState } from "./protocol.ts";
import { sessionReleases } from "./releases.ts";
import { Session, type SessionOptions } from "./session.ts";
import { shownSkill } from "./shown-skill.ts";
import { shownState } from "./shown-state.ts";
import { shownTrace } from "./shown-trace.ts";

/** What a workbench is made from. */
export interface WorkbenchOptions extends Omit<SessionOptions, "onChange" | "releases"> {
  /** The folder of all registries; it is only read, and need not be there. */
  readonly registriesRoot: string;
  /** Folder of the project, whose sources are shown. */
  readonly root: string;
  /** Of the module, for people. */
  readonly title: string;
  readonly version: string;
  /** Written conversations that can be played. */
  readonly scripts: readonly Pick<FoundScript, "script">[];
}

/** A workbench that is ready. */
export interface Workbench {
  readonly state: WorkbenchState;
  /** Calls this with each new state until the function it gives is called. */
  listen(listener: (state: WorkbenchState) => void): () => void;
  run(command: Command): Promise<Outcome>;
  trace(from: number): readonly TraceRow[];
  skill(flow: string, skill: string): SkillShown | null;
  /** The session as a conversation file. */
  conversation(): string;
  close(): Promise<void>;
}

/** What goes on, for people. */
const doing: Readonly<Partial<Record<Step["kind"], string>>> = {
  set: "Saving",
  publish: "Publishing",
  install: "Installing",
  update: "Updating and publishing",
};

/** A refusal, for people. */
class NotNow extends Error {}

/** Opens one. @throws InstallError, WorkerError; RegistryError when the registry cannot be read */
export async function openWorkbench(given: WorkbenchOptions): Promise<Workbench> {
  // A conversation file knows no parts of a second: what is saved has to begin when the session has.
  const options = { ...given, begins: given.begins.replace(/[.]\d+/u, "") };
  const listeners = new Set<(state: WorkbenchState) => void>();
  let revision = 0;
  let isBusy = false;
  let current: WorkbenchState | null = null;
  const show = (): void => {
    revision += 1;
    current = shownState(session, options, releases, revision);
    for (const listener of listeners) {
      listener(current);
    }
  };
  let isOpen = false;
  const releases = sessionReleases(options.registriesRoot, options.build, options.begins.slice(0, 10));
  const session = await Session.open({
    ...options,
    releases,
    onChange: () => {
      if (isOpen) {
        show();
      }
    },
  }).catch((thrown: unknown) => {
    releases.close();
    throw thrown;
  });
  isOpen = true;
  const secret = new Set(
    options.module.definition.attributes.filter((one) => one.secret).map(({ idn }) => idn),
  );

  const entryAt = (line: string): PlannedEntry => {
    const entry = session.stage.service.planner?.().entries.find((one) => one.line === line);
    if (entry === undefined) {
      throw new NotNow("This is no longer in the calendar.");
    }
    return entry;
  };
  /** What a command comes to as a step; null for one that is none. */
  const stepOf = (command: Command): Step | null => {
    const { service } = session.stage;
    switch (command.do) {
      case "step":
        return command.step;
      case "connect": {
        const known = service.settings.filter(({ fromList = false }) => !fromList);
        return { kind: "set", values: Object.fromEntries(known.map(({ idn, value }) => [idn, value])) };
      }
      case "move": {
        const entry = entryAt(command.line);
        return { kind: "team", title: `The team moves ${entry.title}`, action: entry.moves(command.to) };
      }
      case "cancel": {
        const entry = entryAt(command.line);
        return { kind: "team", title: `The team cancels ${entry.title}`, action: entry.cancels };
      }
      case "disturb": {
        const way = service.disturbances?.find(({ name }) => name === command.name);
        if (way === undefined) {
          throw new NotNow("There is no such disturbance.");
        }
        const where = command.request === "" ? "any request" : command.request;
        return {
          kind: "fault",
          title: `${way.title}: ${where}`,
          fault: way.fault(command.request, command.times),
        };
      }
      case "next": {
        const index = session.nextTurn;
        if (index === null) {
          throw new NotNow("The conversation is over.");
        }
        return { kind: "turn", index };
      }
      default:
        return null;
    }
  };
  const scriptOf = (name: string, text: string): FoundScript["script"] => {
    const [script] =
      text === ""
        ? options.scripts.flatMap((one) => (one.script.name === name ? [one.script] : []))
        : parseConversations(text, options.simulator.words, { file: name });
    if (script === undefined) {
      throw new NotNow(`There is no conversation "${name}".`);
    }
    return script;
  };
  const work = async (command: Command): Promise<void> => {
    const step = stepOf(command);
    if (step !== null) {
      await session.play(step, doing[step.kind] ?? "Working");
      const problem = step.kind === "team" ? session.played.at(-1)?.problems[0] : undefined;
      if (problem !== undefined) {
        await session.undo();
        throw new NotNow(problem);
      }
      return;
    }
    switch (command.do) {
      case "talk":
        await session.converse(command);
        break;
      case "open":
        await session.restart(scriptOf(command.name, command.text));
        break;
      case "undo":
        await session.undo();
        break;
      default:
        await session.restart(null);
    }
  };
  return {
    get state() {
      if (current === null) {
        show();
      }
      return current as WorkbenchState;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(command) {
      if (command.do === "answer") {
        return { problem: session.brain.answer(command.value) };
      }
      if (command.do === "undo" && session.brain.question !== null) {
        // The step that asks ends without an answer, and goes.
        session.brain.refuse();
        while (isBusy) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }
      if (isBusy) {
        return { problem: "One moment: something is still going on." };
      }
      isBusy = true;
      try {
        await work(command);
        return { problem: "" };
      } catch (thrown) {
        return { problem: thrown instanceof Error ? thrown.message : String(thrown) };
      } finally {
        isBusy = false;
      }
    },
    trace: (from) => shownTrace(session.stage.sandbox.trace, from),
    skill: (flow, skill) => {
      const { installed, running } = session.account;
      return shownSkill(releases.read(running === "" ? installed : running), options.root, flow, skill);
    },
    conversation: () => conversationFile(session, options.begins, secret),
    close: async () => {
      isOpen = false;
      await session.close();
      releases.close();
    },
  };
}
