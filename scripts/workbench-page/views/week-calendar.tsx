/** A week of the calendar as lists. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import type { CalendarShown, EntryShown } from "../../sandbox/workbench/protocol.ts";
import { dayAfter, longDay, mondayOf } from "../times.ts";
import type { ViewProps } from "../view-props.ts";
import { droppedOn, EntryButton } from "./entry-button.tsx";
import { EntryDialog } from "./entry-dialog.tsx";

interface WeekProps extends ViewProps {
  readonly calendar: CalendarShown;
}

/** Monday to Sunday, with the way to other weeks. */
export function WeekCalendar({ calendar, act, isBusy }: WeekProps): JSX.Element {
  const first = calendar.entries.map(({ day }) => day).find((day) => day >= calendar.today);
  const [monday, setMonday] = useState(mondayOf(first ?? calendar.today));
  const [opened, setOpened] = useState<EntryShown | null>(null);
  const days = Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
  const shown = calendar.entries.filter(({ day }) => days.includes(day));
  return (
    <>
      <div class="bar">
        <button
          type="button"
          aria-label="The week before"
          onClick={() => {
            setMonday(dayAfter(monday, -7));
          }}
        >
          ‹
        </button>
        <strong>
          {longDay(monday)} to {longDay(dayAfter(monday, 6))}
        </strong>
        <button
          type="button"
          aria-label="The week after"
          onClick={() => {
            setMonday(dayAfter(monday, 7));
          }}
        >
          ›
        </button>
        <button
          type="button"
          onClick={() => {
            setMonday(mondayOf(calendar.today));
          }}
        >
          This week
        </button>
      </div>
      <div class="week">
        {days.map((day) => (
          <section
            key={day}
            class={day === calendar.today ? "card today" : "card"}
            data-day={day}
            onDragOver={(event) => {
              event.preventDefault();
            }}
            onDrop={(event) => {
              const line = droppedOn(event)?.line;
              const entry = calendar.entries.find((one) => one.line === line);
              if (entry !== undefined && entry.day !== day) {
                const { start, column } = entry;
                void act({ do: "move", line: entry.line, to: { day, start, column } });
              }
            }}
          >
            <h2>{longDay(day)}</h2>
            <ul>
              {shown
                .filter((entry) => entry.day === day)
                .map((entry) => (
                  <li key={entry.line}>
                    <EntryButton
                      entry={entry}
                      entries={shown}
                      laneOf={(one) => days.indexOf(one.day)}
                      isBusy={isBusy}
                      onOpen={() => {
                        setOpened(entry);
                      }}
                    >
                      {entry.column}, for {entry.who}
                    </EntryButton>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {opened !== null && (
        <EntryDialog
          entry={opened}
          columns={calendar.columns}
          act={act}
          onMoved={(day) => {
            setMonday(mondayOf(day));
          }}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
