import { refusalTypes } from "../guesses.ts";

/** A request that is refused: an answer with a status of 400 or more. */
export class Refusal extends Error {
  readonly status: number;
  /** What programs tell refusals apart by. */
  readonly type: string;

  /** @param reason whole sentences for people */
  constructor(status: number, type: string, reason: string) {
    super(reason);
    this.name = "Refusal";
    this.status = status;
    this.type = type;
  }

  /** 404. @param what `project`, `flow`, ... */
  static notFound(what: string, id: string): Refusal {
    return new Refusal(404, refusalTypes.notFound, `There is no ${what} ${id}.`);
  }

  /** 409: what is to be created is there already. */
  static exists(what: string, idn: string): Refusal {
    return new Refusal(409, refusalTypes.exists, `There already is a ${what} ${idn}.`);
  }

  /** 422: the body does not have the form it must have. */
  static invalid(reason: string): Refusal {
    return new Refusal(422, refusalTypes.invalid, reason);
  }
}
