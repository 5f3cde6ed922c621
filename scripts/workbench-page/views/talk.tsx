/** A conversation with the agent, by chat or on the phone. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { BrainName, Question, Said, SayStep, StepShown } from "../../sandbox/workbench/protocol.ts";
import { ActButton } from "../act-button.tsx";
import { useFocusWhenLost } from "../focus.ts";
import { SchemaForm } from "../schema-form.tsx";
import { counted } from "../times.ts";
import type { ViewProps } from "../view-props.ts";
import { DayCalendar } from "./day-calendar.tsx";

const channels = {
  phone: "newo_voice/newo_voice_connector",
  chat: "newo_chat/newo_chat",
} as const;

/** What the page remembers while another view is shown. */
const kept: {
  channel: keyof typeof channels;
  phone: string;
  brain: BrainName;
  facts: string;
  /** The answers given last, by what was asked for: another tool is about another wish. */
  known: Map<string, Record<string, unknown>>;
} = { channel: "phone", phone: "+4915198765432", brain: "person", facts: "{}", known: new Map() };

/** The transcript, what is asked, and the next thing that is said; beside it the day. */
export function TalkView(props: ViewProps): JSX.Element {
  const { state } = props;
  const transcript = useRef<HTMLOListElement>(null);
  const said = state.steps.filter(({ step }) => step.kind !== "set" && step.kind !== "publish");
  const { script } = state;
  useEffect(() => {
    const list = transcript.current;
    list?.scrollTo({ top: list.scrollHeight });
  }, [said.length, state.question?.id]);
  return (
    <div class="talk">
      <section class="conversation" aria-label="Conversation">
        <ol ref={transcript} class="transcript" aria-live="polite" tabIndex={0} aria-label="What was said">
          {said.length === 0 && state.saying === null && (
            <li class="hint">
              {script !== null ? (
                "Everything is set up for this conversation. Press Next to play its first exchange."
              ) : state.tools.length === 0 ? (
                <>
                  The agent has no tools yet. Enter the tokens under <a href="#Attributes">Attributes</a> and
                  publish.
                </>
              ) : (
                "Say something as the caller, then press what the agent promises."
              )}
            </li>
          )}
          {said.map((one, index) => (
            <Exchange key={index} shown={one} />
          ))}
          {state.saying !== null && <Speech said={state.saying} after=" ..." />}
        </ol>
        {state.question !== null && <Asked key={state.question.id} question={state.question} {...props} />}
        {state.question === null && script === null && <Say {...props} />}
        {state.question === null && <Written {...props} />}
      </section>
      {state.calendar !== null && (
        <aside class="beside" aria-label="The day in the calendar">
          <DayCalendar {...props} calendar={state.calendar} />
        </aside>
      )}
    </div>
  );
}

function Exchange({ shown }: { readonly shown: StepShown }): JSX.Element {
  const { said, title, heard, requests, problems } = shown;
  return (
    <>
      {said !== null ? (
        <Speech said={said} after={`, ${counted(requests.length, "request")}`} />
      ) : (
        <li class="note">{title}</li>
      )}
      {heard.map((text, index) => (
        <li key={index} class="agent told">
          <small>The agent is told to say</small>
          {text}
        </li>
      ))}
      {problems.map((text, index) => (
        <li key={index} class="note bad">
          {text}
        </li>
      ))}
    </>
  );
}

/** What caller and agent say, and what the agent promises. @param after what stands behind the name of the tool */
function Speech({ said, after }: { readonly said: Said; readonly after: string }): JSX.Element {
  return (
    <>
      {said.message !== "" && (
        <li class="caller">
          <small>Caller {said.caller}</small>
          {said.message}
        </li>
      )}
      {said.agent !== "" && (
        <li class="agent">
          <small>Agent</small>
          {said.agent}
        </li>
      )}
      {said.tool !== "" && (
        <li class="note">
          {said.tool}
          {after}
        </li>
      )}
    </>
  );
}

interface AskedProps extends ViewProps {
  readonly question: Question;
}

function Asked({ question, act }: AskedProps): JSX.Element {
  const asked = JSON.stringify(question.schema);
  const answer = async (value: unknown): Promise<void> => {
    if (await act({ do: "answer", value })) {
      kept.known.set(asked, value as Record<string, unknown>);
    }
  };
  const [text, setText] = useState("");
  return (
    <section class="card asked" aria-labelledby="asked-title">
      <h2 id="asked-title">What has the caller said so far?</h2>
      <p class="hint">
        A skill asks the language model. Answer in its place, and leave empty what was not said.
      </p>
      {question.schema === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void answer(text);
          }}
        >
          <label for="free-answer">Answer</label>
          <textarea
            id="free-answer"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <button type="submit" class="main">
            Answer
          </button>
        </form>
      ) : (
        <SchemaForm
          schema={question.schema}
          known={kept.known.get(asked) ?? {}}
          onAnswer={(value) => {
            void answer(value);
          }}
        />
      )}
      <details>
        <summary>What the skill has asked</summary>
        <pre tabIndex={0}>{question.prompt}</pre>
      </details>
    </section>
  );
}

/** What the project has written down, to be played exchange by exchange. */
function Written({ state, act, isBusy }: ViewProps): JSX.Element {
  const { script, scripts } = state;
  const [name, setName] = useState("");
  if (script !== null) {
    const isOver = script.played === script.turns;
    return (
      <section class="card written" aria-labelledby="written-title">
        <h2 id="written-title">{script.name}</h2>
        <p class="hint" role="status">
          {isOver
            ? `All ${String(script.turns)} exchanges were played.`
            : `${String(script.played)} of ${String(script.turns)} exchanges were played.`}
        </p>
        <div class="bar">
          <ActButton class="main" isOff={isBusy || isOver} onClick={() => act({ do: "next" })}>
            Next
          </ActButton>
          <ActButton isOff={isBusy} onClick={() => act({ do: "restart" })}>
            Leave it
          </ActButton>
        </div>
      </section>
    );
  }
  return (
    <details class="card written">
      <summary>Play a written conversation</summary>
      <div class="row">
        {scripts.length > 0 && (
          <>
            <label>
              Of this project
              <select
                value={name}
                onChange={(event) => {
                  setName(event.currentTarget.value);
                }}
              >
                <option value="">Choose ...</option>
                {scripts.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
            <ActButton isOff={isBusy || name === ""} onClick={() => act({ do: "open", name, text: "" })}>
              Open
            </ActButton>
          </>
        )}
        <label>
          A file that was saved here
          <input
            type="file"
            accept=".yaml,.yml"
            disabled={isBusy}
            onChange={async (event) => {
              const input = event.currentTarget;
              const chosen = input.files?.[0];
              if (chosen !== undefined) {
                await act({ do: "open", name: chosen.name, text: await chosen.text() });
                input.value = "";
              }
            }}
          />
        </label>
      </div>
      <p class="hint">Opening one begins anew: what was done here so far is taken back.</p>
    </details>
  );
}

function Say({ state, act, isBusy }: ViewProps): JSX.Element {
  const [channel, setChannel] = useState(kept.channel);
  const [phone, setPhone] = useState(kept.phone);
  const [brain, setBrain] = useState(kept.brain);
  const [facts, setFacts] = useState(kept.facts);
  const [message, setMessage] = useState("");
  const [agent, setAgent] = useState("");
  const [factsProblem, setFactsProblem] = useState("");
  const place = useFocusWhenLost<HTMLInputElement>();
  Object.assign(kept, { channel, phone, brain, facts });
  const say = async (tool: string): Promise<void> => {
    const known = readFacts(facts);
    if (brain === "facts" && known === null) {
      setFactsProblem('This is no JSON object. Write for instance {"date": "2026-12-03"}.');
      return;
    }
    setFactsProblem("");
    if (brain === "model") {
      if (await act({ do: "talk", channel: channels[channel], caller: phone, message })) {
        setMessage("");
      }
      return;
    }
    const step: SayStep = {
      kind: "say",
      ...{ channel: channels[channel], caller: phone, message, tool, brain },
      agent: agent === "" && tool !== "" ? "One moment, please." : agent,
      facts: brain === "facts" ? (known ?? {}) : {},
    };
    if (await act({ do: "step", step })) {
      setMessage("");
      setAgent("");
    }
  };
  return (
    <form
      class="card say"
      onSubmit={(event) => {
        event.preventDefault();
        void say("");
      }}
    >
      <div class="row">
        <label>
          Channel
          <select
            value={channel}
            onChange={(event) => {
              setChannel(event.currentTarget.value as typeof channel);
            }}
          >
            <option value="phone">Phone</option>
            <option value="chat">Chat</option>
          </select>
        </label>
        <label>
          {channel === "phone" ? "Number of the caller" : "Name in the chat"}
          <input
            value={phone}
            onInput={(event) => {
              setPhone(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          The model is played by
          <select
            value={brain}
            onChange={(event) => {
              setBrain(event.currentTarget.value as BrainName);
            }}
          >
            <option value="person">you, in a form</option>
            <option value="facts">written facts</option>
            {state.model !== "" && <option value="model">{state.model}</option>}
          </select>
        </label>
      </div>
      <label>
        The caller says
        <input
          ref={place}
          value={message}
          placeholder="A haircut tomorrow, please."
          onInput={(event) => {
            setMessage(event.currentTarget.value);
          }}
        />
      </label>
      {brain !== "model" && (
        <label>
          The agent says to it
          <input
            value={agent}
            placeholder="One moment, please."
            onInput={(event) => {
              setAgent(event.currentTarget.value);
            }}
          />
        </label>
      )}
      {brain === "facts" && (
        <label>
          Facts of the conversation, as JSON
          <textarea
            rows={3}
            value={facts}
            aria-invalid={factsProblem !== ""}
            onInput={(event) => {
              setFacts(event.currentTarget.value);
            }}
          />
          {factsProblem !== "" && <span class="bad">{factsProblem}</span>}
        </label>
      )}
      <div class="bar">
        <ActButton type="submit" isOff={isBusy || message === ""}>
          Say it
        </ActButton>
        <span class="hint">
          {brain === "model"
            ? `${state.model} speaks for the agent, and decides what it promises.`
            : state.tools.length > 0 && "or press what the agent promises in its answer:"}
        </span>
      </div>
      <ul class="tool-buttons" hidden={brain === "model"}>
        {state.tools.map(({ idn, description, conditions }) => (
          <li key={idn}>
            <ActButton isOff={isBusy} onClick={() => say(idn)}>
              {idn}
            </ActButton>
            <details>
              <summary>When it fires</summary>
              <p>{description}</p>
              <ul>
                {conditions.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </form>
  );
}

function readFacts(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
