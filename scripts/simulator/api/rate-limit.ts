/** Altegio's limits per IP address: 5 requests a second and 200 a minute (docs/altegio-api.md, "Limits"). */

const PER_SECOND = 5;
const PER_MINUTE = 200;

/** Counts requests by the injected clock. Refused requests are not counted. */
export class RateLimit {
  readonly #now: () => Date;
  #served: number[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** True when one more request may be served now; it is then counted. */
  admit(): boolean {
    const now = this.#now().getTime();
    this.#served = this.#served.filter((moment) => now - moment < 60_000);
    const lastSecond = this.#served.filter((moment) => now - moment < 1000).length;
    if (lastSecond >= PER_SECOND || this.#served.length >= PER_MINUTE) {
      return false;
    }
    this.#served.push(now);
    return true;
  }
}
