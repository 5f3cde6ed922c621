/** Appointments and clients as Altegio holds them. */

/** An appointment as Altegio holds it, in the public form or in that of the business. */
export interface HeldAppointment {
  readonly id: string;
  /** "" in the public form and for appointments without a client. */
  readonly clientId: string;
  /** As Altegio wrote it; "" where it is kept back. */
  readonly clientPhone: string;
  /** "" in the public form. */
  readonly clientName: string;
  readonly deleted: boolean;
  /** -1 did not come, 0 waiting, 1 came, 2 confirmed (docs/altegio-api.md, "An appointment of the business"). */
  readonly attendance: number;
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time, `HH:MM`. */
  readonly time: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly serviceIds: readonly string[];
  readonly serviceNames: readonly string[];
  /** How long it takes, in seconds; 0 when not given. */
  readonly seconds: number;
}

/** A client with a number to compare. `phone` is written as Altegio wrote it, "" when it is kept back. */
export interface FoundClient {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}
