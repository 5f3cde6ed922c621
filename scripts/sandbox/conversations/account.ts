/** A real account of the service, looked at: what a simulator's file may export beside its `simulator`. */

/** What was found, and what to do. */
export interface AccountFinding {
  /** What was looked at, in a word or two. */
  readonly subject: string;
  /** `skipped`: something it needs was not given. */
  readonly state: "good" | "wrong" | "skipped";
  /** Never holds a token. */
  readonly says: string;
  /** A whole sentence; "" where nothing is to be done. */
  readonly advice: string;
}

/** What an account is looked at with. */
export interface AccountOptions {
  /** Values of attributes by idn, as a person would enter them; what is not given is left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Sends a request that only reads. @throws Error when no answer comes */
  send(
    url: string,
    request: { readonly method: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<{ readonly status: number; readonly body: string }>;
}

/** Looks at it, read only. A simulator's file exports it as `examineAccount`. */
export type ExamineAccount = (options: AccountOptions) => Promise<readonly AccountFinding[]>;
