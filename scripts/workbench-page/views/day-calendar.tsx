/** One day of the calendar: a column for each member of staff. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { CalendarShown, EntryShown } from "../../sandbox/workbench/protocol.ts";
import { dayAfter, longDay, timeOf } from "../times.ts";
import type { ViewProps } from "../view-props.ts";
import { droppedOn, EntryButton } from "./entry-button.tsx";
import { EntryDialog } from "./entry-dialog.tsx";

/** Pixels of a minute. */
const scale = 0.9;
/** Pixels of an entry that is very short: its time and title can be read. */
const lowest = 17;
/** Minutes that a dragged entry snaps to. */
const grid = 15;

interface DayProps extends ViewProps {
  readonly calendar: CalendarShown;
}

/** The day of the newest appointment that has been made, today when there is none. */
function firstDay({ entries, today }: CalendarShown): string {
  return entries.map(({ day }) => day).find((day) => day >= today) ?? today;
}

/** With the way to other days. */
export function DayCalendar(props: DayProps): JSX.Element {
  const { calendar } = props;
  const [chosen, setDay] = useState<string | null>(null);
  const day = chosen ?? firstDay(calendar);
  return (
    <>
      <div class="bar">
        <button
          type="button"
          aria-label="The day before"
          onClick={() => {
            setDay(dayAfter(day, -1));
          }}
        >
          ‹
        </button>
        <input
          type="date"
          aria-label="Day"
          value={day}
          onChange={(event) => {
            if (event.currentTarget.value !== "") {
              setDay(event.currentTarget.value);
            }
          }}
        />
        <button
          type="button"
          aria-label="The day after"
          onClick={() => {
            setDay(dayAfter(day, 1));
          }}
        >
          ›
        </button>
        <button
          type="button"
          onClick={() => {
            setDay(calendar.today);
          }}
        >
          Today
        </button>
        <strong>{longDay(day)}</strong>
      </div>
      <DayColumns {...props} day={day} onMoved={setDay} />
    </>
  );
}

interface ColumnsProps extends DayProps {
  readonly day: string;
  /** Hears of the day an appointment is moved to. */
  readonly onMoved: (day: string) => void;
}

function DayColumns({ calendar, day, act, isBusy, onMoved }: ColumnsProps): JSX.Element {
  const [opened, setOpened] = useState<EntryShown | null>(null);
  const entries = calendar.entries.filter((entry) => entry.day === day);
  const from = Math.min(8 * 60, ...entries.map(({ start }) => Math.floor(start / 60) * 60));
  const to = Math.max(
    20 * 60,
    ...entries.map(({ start, minutes }) => Math.ceil((start + minutes) / 60) * 60),
  );
  const hours = Array.from({ length: (to - from) / 60 }, (_, index) => from + index * 60);
  const height = (to - from) * scale;
  const drop = (event: DragEvent & { currentTarget: HTMLElement }, column: string): void => {
    const dropped = droppedOn(event);
    if (dropped === null) {
      return;
    }
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top - dropped.held;
    const start = from + Math.round(y / scale / grid) * grid;
    void act({ do: "move", line: dropped.line, to: { day, start: Math.max(0, start), column } });
  };
  return (
    <>
      <div class="day" role="group" aria-label={`Appointments on ${longDay(day)}`} tabIndex={0}>
        <div class="hours" aria-hidden="true" style={{ height: `${String(height)}px` }}>
          {hours.map((minutes) => (
            <span key={minutes} style={{ top: `${String((minutes - from) * scale)}px` }}>
              {timeOf(minutes)}
            </span>
          ))}
        </div>
        {calendar.columns.map((column) => (
          <section key={column} class="column" aria-label={column}>
            <h2>{column}</h2>
            <div
              class="slots"
              data-column={column}
              style={{ height: `${String(height)}px`, backgroundSize: `100% ${String(60 * scale)}px` }}
              onDragOver={(event) => {
                event.preventDefault();
              }}
              onDrop={(event) => {
                drop(event, column);
              }}
            >
              {day === calendar.today && calendar.minute >= from && calendar.minute <= to && (
                <div class="now" style={{ top: `${String((calendar.minute - from) * scale)}px` }} />
              )}
              {entries
                .filter((entry) => entry.column === column)
                .map((entry) => (
                  <EntryButton
                    key={entry.line}
                    entry={entry}
                    entries={entries}
                    laneOf={(one) => calendar.columns.indexOf(one.column)}
                    isBusy={isBusy}
                    style={{
                      top: `${String((entry.start - from) * scale)}px`,
                      height: `${String(Math.max(entry.minutes * scale - 2, lowest))}px`,
                    }}
                    onOpen={() => {
                      setOpened(entry);
                    }}
                  >
                    {entry.who}
                  </EntryButton>
                ))}
            </div>
          </section>
        ))}
      </div>
      {opened !== null && (
        <EntryDialog
          entry={opened}
          columns={calendar.columns}
          act={act}
          onMoved={onMoved}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
