/** The Builder's form for the attributes of the module. */
import { useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { AttributeShown } from "../../sandbox/workbench/protocol.ts";
import { ActButton } from "../act-button.tsx";
import type { ViewProps } from "../view-props.ts";
import { StatusLine } from "./status-line.tsx";

/** What the page remembers while another view is shown. */
const kept: { showsHidden: boolean; entered: Readonly<Record<string, string>> } = {
  showsHidden: false,
  entered: {},
};

/** A part of the form. */
interface Group {
  readonly legend: string;
  readonly isOpen: boolean;
  readonly fields: readonly AttributeShown[];
}

/** The group of the module in two parts, by who keeps its attributes, then the other groups of the account. */
function groupsOf(attributes: readonly AttributeShown[]): readonly Group[] {
  const own = attributes.find(({ owner, group }) => owner !== "account" && group !== "")?.group;
  const name = own === undefined ? "" : `${own}: `;
  const ownedBy = (owner: AttributeShown["owner"]) => attributes.filter((one) => one.owner === owner);
  const others = [...new Set(ownedBy("account").map(({ group }) => group))].sort();
  return [
    { legend: `${name}what you enter`, isOpen: true, fields: ownedBy("user") },
    { legend: `${name}what the module keeps by itself`, isOpen: false, fields: ownedBy("module") },
    ...others.map((group) => ({
      legend: group === "" ? "Of the account, without a group" : group,
      isOpen: false,
      fields: ownedBy("account").filter((one) => one.group === group),
    })),
  ].filter(({ fields }) => fields.length > 0);
}

/** Form, publish and the status the module reports. */
export function AttributesView({ state, act, isBusy }: ViewProps): JSX.Element {
  const [showsHidden, setShowsHidden] = useState(kept.showsHidden);
  const [entered, setEntered] = useState(kept.entered);
  const publishing = useRef<HTMLDivElement>(null);
  Object.assign(kept, { showsHidden, entered });
  const shown = state.attributes.filter(({ isHidden }) => showsHidden || !isHidden);
  const changed = Object.entries(entered).filter(
    ([idn, value]) => state.attributes.find((one) => one.idn === idn)?.value !== value,
  );
  const save = async (): Promise<boolean> => {
    const isDone =
      changed.length === 0 ||
      (await act({ do: "step", step: { kind: "set", values: Object.fromEntries(changed) } }));
    if (isDone) {
      setEntered({});
    }
    return isDone;
  };
  return (
    <div class="attributes">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="bar">
          <label class="check">
            <input
              type="checkbox"
              checked={showsHidden}
              onChange={() => {
                setShowsHidden(!showsHidden);
              }}
            />
            Show Hidden
          </label>
          {state.canConnect && (
            <ActButton
              isOff={isBusy}
              onClick={async () => {
                if (await act({ do: "connect" })) {
                  publishing.current?.querySelector<HTMLElement>(".main")?.focus();
                }
              }}
            >
              Use the tokens of the simulated {state.service}
            </ActButton>
          )}
        </div>
        {shown.length === 0 && (
          <p class="card hint">
            All attributes of the module are hidden ones. Switch Show Hidden on to see them, as in the
            Builder.
          </p>
        )}
        {groupsOf(shown).map(({ legend, isOpen, fields }) => (
          <details key={legend} class="card group" open={isOpen}>
            <summary>{legend.slice(0, 1).toUpperCase() + legend.slice(1)}</summary>
            {fields.map((one) => (
              <Field
                key={one.idn}
                attribute={one}
                value={entered[one.idn] ?? one.value}
                onValue={(value) => {
                  setEntered({ ...entered, [one.idn]: value });
                }}
              />
            ))}
          </details>
        ))}
        <div class="bar sticky" ref={publishing}>
          <ActButton type="submit" isOff={isBusy || changed.length === 0}>
            Save
          </ActButton>
          <ActButton
            class="main"
            isOff={isBusy}
            onClick={async () => {
              if (await save()) {
                await act({ do: "step", step: { kind: "publish" } });
              }
            }}
          >
            Publish All
          </ActButton>
          <span class="hint" role="status">
            {changed.length > 0
              ? `${String(changed.length)} not saved`
              : state.isUnpublished
                ? "Not published yet"
                : "Published"}
          </span>
        </div>
      </form>
      <section aria-labelledby="status-title" class="card status">
        <h2 id="status-title">Set-up status</h2>
        {state.status.length === 0 ? (
          <p class="hint">
            Enter the tokens, save, and press Publish All. What the module reports stands here.
          </p>
        ) : (
          <ul>
            {state.status.map((line) => (
              <li key={line}>
                <StatusLine
                  line={line}
                  attributes={state.attributes}
                  onAttribute={() => {
                    setShowsHidden(true);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        {state.tools.length > 0 && !state.isUnpublished && (
          <p>
            <a class="button" href="#Talk">
              Talk to the agent
            </a>
          </p>
        )}
      </section>
    </div>
  );
}

interface FieldProps {
  readonly attribute: AttributeShown;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Field({ attribute, value, onValue }: FieldProps): JSX.Element {
  const { idn, title, description, type, choices, isSecret, isSet } = attribute;
  const common = {
    id: idn,
    "aria-describedby": description === "" ? undefined : `${idn}-about`,
    onInput: (event: { currentTarget: { value: string } }) => {
      onValue(event.currentTarget.value);
    },
  };
  const offered = type === "bool" && choices.length === 0 ? ["True", "False"] : choices;
  const isLong = !isSecret && offered.length === 0 && (type === "json" || value.length > 80);
  return (
    <div class="field">
      <div class="names">
        <label for={idn}>{title}</label>
        {title !== idn && <code>{idn}</code>}
        <small>{type}</small>
      </div>
      {offered.length > 0 ? (
        <select {...common} value={value} onChange={common.onInput}>
          {!offered.includes(value) && <option value={value}>{value === "" ? "Choose ..." : value}</option>}
          {offered.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : isLong ? (
        <textarea {...common} value={value} rows={Math.min(8, value.split("\n").length + 1)} />
      ) : isSecret ? (
        <input
          {...common}
          value={value}
          type="password"
          autocomplete="off"
          placeholder={isSet ? "Entered; type to replace it" : ""}
        />
      ) : (
        <input {...common} value={value} autocomplete="off" />
      )}
      {description !== "" && (
        <p id={`${idn}-about`} class="hint">
          {description}
        </p>
      )}
    </div>
  );
}
