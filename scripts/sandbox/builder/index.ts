/** @module The Builder of a local account: the platform's REST API over the sandbox. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { makeServer } from "./http/server.ts";
import { autoUpdate, type AutoUpdate } from "./install.ts";
import { LocalBuilder, type LocalBuilderOptions } from "./local-builder.ts";
import { claimState, StateFileError } from "./state/state-file.ts";

export type { LocalBuilderOptions, ServedRequest } from "./local-builder.ts";
export { StateFileError };

/** A Builder that listens. */
export interface RunningBuilder {
  /** `http://127.0.0.1:<port>`, without a final slash. */
  readonly url: string;
  /** What clients prove themselves with. */
  readonly apiKey: string;
  readonly customerIdn: string;
  /** Fires timers that are due and brings projects with auto update to the newest version. */
  tick(): AutoUpdate;
  /** The Builder's button: no request for it is known. Waits for the hook. @param idn of a project that is there */
  publishAll(idn: string): Promise<void>;
  /** Until nothing runs any more. */
  idle(): Promise<void>;
  /** Stops listening, ends what runs and writes the state. */
  close(): Promise<void>;
}

/**
 * Starts a Builder.
 *
 * @param port TCP port on 127.0.0.1; 0 for any free one
 * @throws StateFileError when there is a state that cannot be read or another Builder works on, the error of the network when the port cannot be had
 */
export async function startBuilder(
  options: LocalBuilderOptions & { readonly port: number },
): Promise<RunningBuilder> {
  const { stateFile } = options;
  const giveBack = stateFile === null ? () => undefined : claimState(stateFile);
  try {
    const builder = new LocalBuilder(options);
    return running(builder, await listening(builder, options.port), giveBack);
  } catch (thrown) {
    giveBack();
    throw thrown;
  }
}

async function listening(builder: LocalBuilder, port: number): Promise<Server> {
  const server = makeServer(builder);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return server;
}

/** @param ended is called when it has written its state for the last time */
function running(builder: LocalBuilder, server: Server, ended: () => void): RunningBuilder {
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    apiKey: builder.state.apiKey,
    customerIdn: builder.state.customer.idn,
    tick: () => {
      builder.engine.tick();
      const done = autoUpdate(builder);
      if (done.updated.length > 0) {
        builder.save();
      }
      return done;
    },
    publishAll: async (idn) => {
      builder.state.projects
        .filter((project) => project.idn === idn)
        .forEach((project) => {
          builder.publishAll(project);
        });
      await builder.engine.idle();
      builder.save();
    },
    idle: () => builder.engine.idle(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await builder.close();
      ended();
    },
  };
}
