/** Switches for what the simulated service can do wrong. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { ActButton } from "../act-button.tsx";
import type { ViewProps } from "../view-props.ts";

/** Stands for "until it is switched off". */
const always = 100_000;

/** For any request, or for one that was made. */
export function FaultsView({ state, act, isBusy }: ViewProps): JSX.Element {
  const [request, setRequest] = useState("");
  const [times, setTimes] = useState(1);
  const { disturbing } = state;
  const titleOf = (name: string): string =>
    state.disturbances.find((one) => one.name === name)?.title ?? name;
  if (state.disturbances.length === 0) {
    return <p class="hint">{state.service} cannot be disturbed.</p>;
  }
  return (
    <div class="faults">
      <div class="row card">
        <label>
          Which requests
          <select
            value={request}
            onChange={(event) => {
              setRequest(event.currentTarget.value);
            }}
          >
            <option value="">Any request</option>
            {state.requestsSeen.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          How many
          <select
            value={String(times)}
            onChange={(event) => {
              setTimes(Number(event.currentTarget.value));
            }}
          >
            <option value="1">the next one</option>
            <option value="3">the next three</option>
            <option value={String(always)}>all, until switched off</option>
          </select>
        </label>
        <ActButton
          isOff={isBusy || disturbing.length === 0}
          onClick={() => act({ do: "step", step: { kind: "calm", name: "" } })}
        >
          Switch all off
        </ActButton>
      </div>
      <ul class="switches">
        {state.disturbances.map(({ name, title }) => {
          const isOn = disturbing.some((one) => one.name === name);
          return (
            <li key={name}>
              <ActButton
                isOn={isOn}
                isOff={isBusy}
                onClick={() =>
                  act(
                    isOn
                      ? { do: "step", step: { kind: "calm", name } }
                      : { do: "disturb", name, request, times },
                  )
                }
              >
                {title}
              </ActButton>
            </li>
          );
        })}
      </ul>
      <section class="card" aria-labelledby="planned-title">
        <h2 id="planned-title">Switched on</h2>
        {disturbing.length === 0 ? (
          <p class="hint">Nothing disturbs the requests.</p>
        ) : (
          <ul>
            {disturbing.map((one, index) => (
              <li key={index}>
                {titleOf(one.name)}: {one.request === "" ? "any request" : one.request},{" "}
                {one.times > always / 2 ? "until it is switched off" : `${String(one.times)} more`}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
