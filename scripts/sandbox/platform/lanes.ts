/** Queues of jobs that run side by side, one action of each in turn. */

/** What a job awaits before each action: another lane goes on meanwhile. */
export interface Turn {
  (): Promise<void>;
  /**
   * Leaves the turns to the others until a moment has come; what stands behind it in its lane waits with it.
   *
   * @param moment milliseconds since the epoch
   */
  sleepUntil(moment: number): Promise<void>;
}

/** Something that runs to its end, with a turn for each action. */
export type Job = (turn: Turn) => Promise<void>;

/** The jobs of a lane; the first runs once it has a step. */
interface Lane {
  readonly key: string;
  readonly jobs: SteppedJob[];
}

/**
 * One queue for each key. The jobs of one lane run one after another; lanes go on in a ring, each by one action and what
 * follows it, up to the next. Only one does anything at a time, so the same jobs give the same order.
 */
export class Lanes {
  /** Those with work, the one that goes on next first. */
  readonly #ring: Lane[] = [];
  /** Those whose first job sleeps, in the order they fell asleep. */
  readonly #asleep: Lane[] = [];

  /** True when no job is left, or all that are sleep or stand behind one that does. */
  get isIdle(): boolean {
    return this.#ring.length === 0;
  }

  /** When the first of those that sleep goes on, in milliseconds since the epoch; null when none sleeps. */
  get wakesAt(): number | null {
    const moments = this.#asleep.flatMap(({ jobs: [first] }) => first?.wakesAt ?? []);
    return moments.length === 0 ? null : Math.min(...moments);
  }

  /** Lets those go on whose moment has come, the one with the earliest moment first. */
  wake(now: number): void {
    const due = this.#asleep.filter(({ jobs: [first] }) => (first?.wakesAt ?? now) <= now);
    due.sort((one, other) => (one.jobs[0]?.wakesAt ?? 0) - (other.jobs[0]?.wakesAt ?? 0));
    for (const lane of due) {
      this.#asleep.splice(this.#asleep.indexOf(lane), 1);
      this.#ring.push(lane);
    }
  }

  /** Puts a job at the end of its lane. A lane that had none goes on after all others. */
  add(key: string, job: Job): void {
    const lane = [...this.#ring, ...this.#asleep].find((known) => known.key === key);
    if (lane === undefined) {
      this.#ring.push({ key, jobs: [new SteppedJob(job)] });
    } else {
      lane.jobs.push(new SteppedJob(job));
    }
  }

  /** Lets the next lane go on by one action. @throws what its job throws */
  async step(): Promise<void> {
    const lane = this.#ring[0];
    const hasEnded = await lane?.jobs[0]?.step();
    this.#ring.shift();
    if (lane === undefined) {
      return;
    }
    if (hasEnded === true) {
      lane.jobs.shift();
    }
    if (lane.jobs.length > 0) {
      (hasEnded !== true && lane.jobs[0]?.wakesAt !== null ? this.#asleep : this.#ring).push(lane);
    }
  }

  /** Forgets all jobs; those that run stay where they are. */
  clear(): void {
    this.#ring.length = 0;
    this.#asleep.length = 0;
  }
}

/** A job that stops before each of its actions. */
class SteppedJob {
  readonly #job: Job;
  #run: Promise<boolean> | null = null;
  #hasActed = false;
  #pause: () => void = () => undefined;
  #goOn: () => void = () => undefined;
  #wakesAt: number | null = null;

  constructor(job: Job) {
    this.#job = job;
  }

  /** When it goes on; null while it does not sleep. */
  get wakesAt(): number | null {
    return this.#wakesAt;
  }

  /** Goes on to the next action, or to the end. @returns whether it has ended */
  step(): Promise<boolean> {
    const paused = new Promise<boolean>((resolve) => {
      this.#pause = () => {
        resolve(false);
      };
    });
    this.#wakesAt = null;
    if (this.#run === null) {
      const turn: Turn = Object.assign(() => this.#turn(), {
        sleepUntil: (moment: number) => {
          this.#wakesAt = moment;
          return this.#stop();
        },
      });
      this.#run = this.#job(turn).then(() => true);
      // It may also fail while others go on; its next step tells.
      this.#run.catch(() => undefined);
    } else {
      this.#goOn();
    }
    return Promise.race([paused, this.#run]);
  }

  #turn(): Promise<void> {
    if (!this.#hasActed) {
      this.#hasActed = true;
      return Promise.resolve();
    }
    return this.#stop();
  }

  #stop(): Promise<void> {
    this.#pause();
    return new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }
}
