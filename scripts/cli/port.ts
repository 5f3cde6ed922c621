/** TCP ports as the command line takes them. */
import { exitCodes, UserError } from "./exit-codes.ts";

/** @throws UserError when the text is no port */
export function refuseBadPort(port: string): void {
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new UserError(`"${port}" is no port. Write a number from 0 to 65535.`, exitCodes.usage);
  }
}

/** A UserError when something was thrown because the port is taken, else what was thrown. */
export function portTaken(thrown: unknown, port: string): unknown {
  return (thrown as NodeJS.ErrnoException).code === "EADDRINUSE"
    ? new UserError(`The port ${port} is taken. Name another with --port, or 0 for any.`)
    : thrown;
}
