/** What has happened: events, skills, actions, requests and answers, with durations. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { SkillShown, TraceRow } from "../../sandbox/workbench/protocol.ts";
import { readSkill, readTrace } from "../link.ts";
import { counted, durationOf } from "../times.ts";
import { branchesOf, type Branch, type SkillRun } from "../trace-tree.ts";
import type { ViewProps } from "../view-props.ts";
import { SkillPanel } from "./skill-panel.tsx";

/** The rows of one step, or of all. */
export function TraceView({ state }: ViewProps): JSX.Element {
  const [rows, setRows] = useState<readonly TraceRow[]>([]);
  const [chosen, setChosen] = useState(-1);
  const [isTimeline, setIsTimeline] = useState(false);
  const [skill, setSkill] = useState<OpenedSkill | null>(null);
  const { length } = state.steps;
  useEffect(() => {
    void readTrace(0).then(setRows);
  }, [length, state.progress === null]);
  const steps = state.steps;
  const index = chosen === -1 || chosen >= length ? length - 1 : chosen;
  const from = steps[index]?.traceFrom ?? 0;
  const to = steps[index + 1]?.traceFrom ?? rows.length;
  const branches = branchesOf(rows.slice(from, to));
  const open: OpenSkill = async (place, line = 1) => {
    const opener = document.activeElement;
    const shown = await readSkill(place);
    setSkill(shown === null ? null : { shown, line, opener });
  };
  const count = (kind: TraceRow["kind"]): number =>
    rows.slice(from, to).filter((row) => row.kind === kind).length;
  return (
    <div class="trace">
      <div class="row card">
        <label>
          Step
          <select
            value={String(index)}
            onChange={(event) => {
              setChosen(Number(event.currentTarget.value));
            }}
          >
            {steps.length === 0 && <option value="-1">Nothing has happened yet</option>}
            {steps.map((step, at) => (
              <option key={at} value={String(at)}>
                {`${String(at + 1)}. ${step.title.slice(0, 60)}`}
              </option>
            ))}
          </select>
        </label>
        <div class="bar" role="group" aria-label="Form">
          <button
            type="button"
            aria-pressed={!isTimeline}
            onClick={() => {
              setIsTimeline(false);
            }}
          >
            Tree
          </button>
          <button
            type="button"
            aria-pressed={isTimeline}
            onClick={() => {
              setIsTimeline(true);
            }}
          >
            Timeline
          </button>
        </div>
        <span class="hint">
          {counted(count("event"), "event")}, {counted(count("action"), "action")},{" "}
          {counted(count("http"), "request")},{" "}
          {durationOf(branches.reduce((sum, branch) => sum + branch.took, 0))}
        </span>
      </div>
      {skill !== null && (
        <SkillPanel
          skill={skill.shown}
          line={skill.line}
          onClose={() => {
            setSkill(null);
            if (skill.opener instanceof HTMLElement) {
              skill.opener.focus();
            }
          }}
        />
      )}
      {branches.length === 0 ? (
        <p class="card hint">
          {length === 0
            ? "What a step leads to stands here: events, skills, actions and requests. Publish, or talk to the agent."
            : "This step has led to no event."}
        </p>
      ) : isTimeline ? (
        <Timeline branches={branches} />
      ) : (
        <ul class="tree card">
          {branches.map((branch, at) => (
            <BranchItem key={`${String(index)} ${String(at)}`} branch={branch} onSkill={open} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface OpenedSkill {
  readonly shown: SkillShown;
  readonly line: number;
  /** Has the focus again when it is closed. */
  readonly opener: Element | null;
}

/** Opens a skill beside its source. @param line the one that is chosen, from 1 */
type OpenSkill = (place: string, line?: number) => Promise<void>;

interface BranchProps {
  readonly branch: Branch;
  readonly onSkill: OpenSkill;
}

function BranchItem({ branch, onSkill }: BranchProps): JSX.Element {
  const { head, runs, took } = branch;
  const actions = runs.reduce((sum, run) => sum + run.rows.length, 0);
  return (
    <li>
      <details>
        <summary>
          <span class={`kind ${head.kind}`}>{branch.kind}</span> {head.title}
          <small>
            {actions > 0 && `${counted(actions, "action")}, `}
            {durationOf(took)}
          </small>
        </summary>
        <pre tabIndex={0}>{head.detail}</pre>
        <ul>
          {runs.map((run, at) => (
            <RunItem key={at} run={run} onSkill={onSkill} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function RunItem({
  run,
  onSkill,
}: {
  readonly run: SkillRun;
  readonly onSkill: BranchProps["onSkill"];
}): JSX.Element {
  return (
    <li>
      {run.skill !== "" && (
        <button type="button" class="quiet" onClick={() => onSkill(run.skill)}>
          {run.skill}
        </button>
      )}
      <ul>
        {run.rows.map((row, at) => (
          <li key={at}>
            <details>
              <summary>
                <span class={`kind ${row.kind}`}>{row.kind}</span> {row.title}{" "}
                <small>{durationOf(row.took)}</small>
              </summary>
              <pre tabIndex={0}>{row.detail}</pre>
            </details>
            {row.line !== null && (
              <button type="button" class="quiet" onClick={() => onSkill(row.skill, row.line ?? undefined)}>
                {row.skill}, line {row.line}
              </button>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Timeline({ branches }: { readonly branches: readonly Branch[] }): JSX.Element {
  const begin = branches[0]?.head.at ?? 0;
  const end = Math.max(begin + 1, ...branches.map(({ head, took }) => head.at + took));
  const share = (milliseconds: number): string => `${String((milliseconds / (end - begin)) * 100)}%`;
  return (
    <ol class="timeline card">
      {branches.map(({ head, kind, took }, at) => (
        <li key={at}>
          <span class="label">{head.title}</span>
          <span class="track">
            <span
              class={`bar-of ${head.kind}`}
              style={{ left: share(head.at - begin), width: share(Math.max(took, (end - begin) / 300)) }}
            />
          </span>
          <small>
            {kind}, {durationOf(took)}
          </small>
        </li>
      ))}
    </ol>
  );
}
