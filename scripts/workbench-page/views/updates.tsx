/** Released versions: install one, edit a scenario, update, and see what was kept. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { UpdateReport, UpdatesShown } from "../../sandbox/workbench/protocol.ts";
import { ActButton } from "../act-button.tsx";
import type { ViewProps } from "../view-props.ts";

/** On the account that the conversation is held with. */
export function UpdatesView({ state, act, isBusy }: ViewProps): JSX.Element {
  const { updates, isUnpublished } = state;
  const { installed, running, sources } = updates;
  const [chosen, setVersion] = useState<string | null>(null);
  const version = chosen ?? installed;
  const newest = updates.versions[0]?.version ?? sources;
  const nameOf = (of: string): string => (of === sources ? `${of}, as the sources are now` : of);
  return (
    <div class="updates">
      <div class="row card">
        <label>
          {updates.item} in {updates.registry}
          <select
            value={version}
            onChange={(event) => {
              setVersion(event.currentTarget.value);
            }}
          >
            {updates.versions.map((one) => (
              <option key={one.version} value={one.version}>
                {one.version === sources ? nameOf(sources) : `${one.version}, released ${one.day}`}
              </option>
            ))}
          </select>
        </label>
        <ActButton
          isOff={isBusy || version === installed}
          onClick={() => act({ do: "step", step: { kind: "install", version } })}
        >
          Install
        </ActButton>
        <ActButton class="main" isOff={isBusy} onClick={() => act({ do: "step", step: { kind: "update" } })}>
          Force Update to {newest} and publish
        </ActButton>
        <p class="hint standing" role="status">
          Installed: {nameOf(installed)}.{" "}
          {running === ""
            ? "Nothing is published yet."
            : running !== installed
              ? `Not published: ${running} still runs. Publish All under Attributes has it run.`
              : isUnpublished
                ? "Changed since it was published."
                : "Published."}
        </p>
      </div>
      {updates.versions.length === 1 && (
        <p class="hint">
          Nothing is released yet, so the sources are all there is. Each release adds a version to update
          from.
        </p>
      )}
      {updates.report !== null && <Report report={updates.report} />}
      {updates.scenarios.length === 0 && (
        <p class="hint">The agent has no scenarios yet. Connect the module under Attributes and publish.</p>
      )}
      {updates.scenarios.map((one) => (
        <Scenario key={`${one.idn} ${one.text}`} {...one} act={act} isBusy={isBusy} />
      ))}
    </div>
  );
}

type ScenarioProps = UpdatesShown["scenarios"][number] & Pick<ViewProps, "act" | "isBusy">;

function Scenario({ idn, name, text, isEdited, act, isBusy }: ScenarioProps): JSX.Element {
  const [written, setWritten] = useState(text);
  const id = `scenario-${idn}`;
  return (
    <details class="card">
      <summary>
        {name} {isEdited && <small>edited here</small>}
      </summary>
      <label for={id}>Text</label>
      <textarea
        id={id}
        rows={12}
        value={written}
        onInput={(event) => {
          setWritten(event.currentTarget.value);
        }}
      />
      <ActButton
        isOff={isBusy || written === text}
        onClick={() => act({ do: "step", step: { kind: "edit", idn, text: written } })}
      >
        Save the edit
      </ActButton>
    </details>
  );
}

function Report({ report }: { readonly report: UpdateReport }): JSX.Element {
  return (
    <section class="card" aria-labelledby="report-title">
      <h2 id="report-title">
        {report.from} to {report.to}
      </h2>
      <ul>
        {report.kept.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {report.changed.map(({ name, lines }) =>
        lines.length === 0 ? (
          <p key={name}>{name}</p>
        ) : (
          <details key={name} open={report.changed.length < 4}>
            <summary>{name}</summary>
            <pre class="diff" tabIndex={0}>
              {lines.map((line, index) => (
                <span
                  key={index}
                  class={line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : ""}
                >
                  {`${line}\n`}
                </span>
              ))}
            </pre>
          </details>
        ),
      )}
    </section>
  );
}
