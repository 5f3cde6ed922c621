/** The frame of the page: what is tried out, the views, what goes on, and the way back. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { WorkbenchState } from "../sandbox/workbench/protocol.ts";
import { ActButton } from "./act-button.tsx";
import { useLastResort } from "./focus.ts";
import { listen, run } from "./link.ts";
import { clockOf, counted } from "./times.ts";
import { AttributesView } from "./views/attributes.tsx";
import { CalendarView } from "./views/calendar.tsx";
import { FaultsView } from "./views/faults.tsx";
import { TalkView } from "./views/talk.tsx";
import { TraceView } from "./views/trace.tsx";
import { UpdatesView } from "./views/updates.tsx";
import type { ViewProps } from "./view-props.ts";

const views: Readonly<Record<string, (props: ViewProps) => JSX.Element>> = {
  Attributes: AttributesView,
  Talk: TalkView,
  Calendar: CalendarView,
  Trace: TraceView,
  Faults: FaultsView,
  Updates: UpdatesView,
};

function viewOfAddress(): string {
  const name = location.hash.slice(1);
  return Object.hasOwn(views, name) ? name : "Attributes";
}

/** The whole page. */
export function App(): JSX.Element {
  const [state, setState] = useState<WorkbenchState | null>(null);
  const [isConnected, setConnected] = useState(true);
  const [problem, setProblem] = useState("");
  const [view, setView] = useState(viewOfAddress);
  useEffect(() => {
    listen((next) => {
      setConnected(next !== null);
      if (next !== null) {
        setState(next);
      }
    });
    addEventListener("hashchange", () => {
      setView(viewOfAddress());
    });
  }, []);
  const heading = useLastResort<HTMLHeadingElement>();
  if (state === null) {
    return <p class="waiting">{isConnected ? "Opening ..." : "The workbench does not answer."}</p>;
  }
  const act: ViewProps["act"] = async (command) => {
    setProblem("");
    const refusal = await run(command);
    setProblem(refusal);
    return refusal === "";
  };
  const isBusy = state.progress !== null;
  const View = views[view] ?? AttributesView;
  return (
    <>
      <Header state={state} act={act} isBusy={isBusy} />
      <nav aria-label="Views">
        {Object.keys(views).map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === view ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <p class="going-on" role="status">
        {state.progress === null ? (
          ""
        ) : (
          <>
            <progress aria-label={state.progress.title} /> {state.progress.title}:{" "}
            {state.question === null ? (
              // Counts change several times a second: to hear each would be noise.
              <span aria-hidden="true">
                {counted(state.progress.requests, "request")}, {counted(state.progress.actions, "action")} so
                far
              </span>
            ) : view === "Talk" ? (
              "a skill waits for your answer"
            ) : (
              <a href="#Talk">a skill waits for your answer</a>
            )}
          </>
        )}
      </p>
      {problem !== "" && (
        <p class="problem" role="alert">
          <span>{problem}</span>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setProblem("");
            }}
          >
            Close
          </button>
        </p>
      )}
      {!isConnected && (
        <p class="problem" role="alert">
          The connection is lost. Start the command again and open the address that it prints.
        </p>
      )}
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {view}
        </h1>
        <View state={state} act={act} isBusy={isBusy} />
      </main>
    </>
  );
}

function Header({ state, act, isBusy }: ViewProps): JSX.Element {
  const last = state.steps.at(-1);
  const canUndo = last !== undefined && (!isBusy || state.question !== null);
  const zone = state.calendar?.zone ?? "UTC";
  return (
    <header>
      <div class="names">
        <strong>{state.module}</strong> <span>{state.version}</span>
        <span>
          {state.business}, {state.service}
        </span>
      </div>
      <div class="tools">
        <span title={zone}>{clockOf(state.now, zone)}</span>
        <ActButton isOff={isBusy} onClick={() => act({ do: "step", step: { kind: "pass", minutes: 15 } })}>
          +15 min
        </ActButton>
        <ActButton
          isOff={!canUndo}
          title={last === undefined ? "Nothing to undo" : `Undo: ${last.title}`}
          onClick={() => act({ do: "undo" })}
        >
          Undo
        </ActButton>
        <ActButton isOff={isBusy || last === undefined} onClick={() => act({ do: "restart" })}>
          Start over
        </ActButton>
        {state.steps.some(({ said }) => said !== null) ? (
          <a class="button" href="conversation" download="conversation.yaml">
            Save as conversation
          </a>
        ) : (
          <ActButton isOff title="Nobody has spoken yet">
            Save as conversation
          </ActButton>
        )}
      </div>
    </header>
  );
}
