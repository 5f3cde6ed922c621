/** Queues of jobs that run side by side, one action of each in turn. */

/** What a job awaits before each action: another lane goes on meanwhile. */
export type Turn = () => Promise<void>;

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

  /** True when no job is left. */
  get isEmpty(): boolean {
    return this.#ring.length === 0;
  }

  /** Puts a job at the end of its lane. A lane that had none goes on after all others. */
  add(key: string, job: Job): void {
    const lane = this.#ring.find((known) => known.key === key);
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
      this.#ring.push(lane);
    }
  }

  /** Forgets all jobs; those that run stay where they are. */
  clear(): void {
    this.#ring.length = 0;
  }
}

/** A job that stops before each of its actions. */
class SteppedJob {
  readonly #job: Job;
  #run: Promise<boolean> | null = null;
  #hasActed = false;
  #pause: () => void = () => undefined;
  #goOn: () => void = () => undefined;

  constructor(job: Job) {
    this.#job = job;
  }

  /** Goes on to the next action, or to the end. @returns whether it has ended */
  step(): Promise<boolean> {
    const paused = new Promise<boolean>((resolve) => {
      this.#pause = () => {
        resolve(false);
      };
    });
    if (this.#run === null) {
      this.#run = this.#job(() => this.#turn()).then(() => true);
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
    this.#pause();
    return new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }
}
