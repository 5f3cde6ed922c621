/** @module A client of a Builder, the local one and a real one alike. */
import { BuilderApi } from "./api.ts";
import { Transport, type TransportOptions } from "./transport.ts";

export type { BuilderApi, LogShown, ProjectMeta } from "./api.ts";
export { afterwards, BuilderError } from "./builder-error.ts";
export { findProject, noProject, readProjectTree } from "./live-project.ts";
export { PushRecord } from "./push/push-record.ts";
export { push, type PushOptions, type PushReport } from "./push/push.ts";
export type { TransportOptions } from "./transport.ts";

/** A connection to a Builder. */
export interface Connection {
  readonly api: BuilderApi;
  /** Ends it. */
  close(): Promise<void>;
}

/** Connects; nothing is sent yet. @throws BuilderError when the settings are wrong */
export function connect(options: TransportOptions): Connection {
  const transport = new Transport(options);
  return { api: new BuilderApi(transport), close: () => transport.close() };
}

/** Whether an address is one of this machine. */
export function isLocalAddress(baseUrl: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(URL.canParse(baseUrl) ? new URL(baseUrl).hostname : "");
}
