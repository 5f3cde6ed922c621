/** The page's half of what it and the server tell each other. */
import type {
  Command,
  Outcome,
  SkillShown,
  TraceRow,
  WorkbenchState,
} from "../sandbox/workbench/protocol.ts";

/** Has something done. @returns "" or why it was refused, for people */
export async function run(command: Command): Promise<string> {
  try {
    const response = await fetch("do", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(command),
    });
    return response.ok ? ((await response.json()) as Outcome).problem : await response.text();
  } catch {
    return "The workbench does not answer. Is the command still running?";
  }
}

/** Calls this with each state, and with null while there is no connection. */
export function listen(listener: (state: WorkbenchState | null) => void): void {
  const events = new EventSource("events");
  events.onmessage = ({ data }) => {
    listener(JSON.parse(data as string) as WorkbenchState);
  };
  events.onerror = () => {
    listener(null);
  };
}

/** The trace from a row on. */
export async function readTrace(from: number): Promise<readonly TraceRow[]> {
  return (await (await fetch(`trace?from=${String(from)}`)).json()) as readonly TraceRow[];
}

/** A skill, `Flow/Skill`, beside its source; null when there is none. */
export async function readSkill(place: string): Promise<SkillShown | null> {
  const [flow = "", skill = ""] = place.split("/");
  const query = new URLSearchParams({ flow, skill });
  return (await (await fetch(`skill?${query.toString()}`)).json()) as SkillShown | null;
}
