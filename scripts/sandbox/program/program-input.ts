/** What a program is run with. */
import type { JsonValue } from "../../sdk/types.ts";
import type { PlatformShape } from "../platform/platform-shape.ts";

/** An HTTP answer. A status of 0 stands for no answer at all. */
interface ProgramResponse {
  readonly status: number;
  readonly body: string;
}

/** Everything a run depends on. The same input gives the same outcome. */
export interface ProgramInput {
  /** The second argument of `main`. */
  readonly input: JsonValue;
  /** Attributes that exist before the run. */
  readonly attributes?: {
    readonly customer?: Readonly<Record<string, string>>;
    readonly project?: Readonly<Record<string, string>>;
  };
  /** Attributes of the user's persona. */
  readonly persona?: Readonly<Record<string, string>>;
  /** Fields of `GetUser`; null for an event without a user, as at publish. */
  readonly user?: Readonly<Record<string, string>> | null;
  /** Ways the user is reachable. */
  readonly actors?: readonly {
    readonly integrationIdn: string;
    readonly connectorIdn: string;
    readonly externalId: string;
  }[];
  /** What was said before, oldest first. */
  readonly memory?: readonly { readonly from: "user" | "agent"; readonly text: string }[];
  /** Answers to `ctx.send`, in order; when they run out, no answer arrives. */
  readonly responses?: readonly ProgramResponse[];
  /** Answers of the language model, in order; when they run out it gives nothing. */
  readonly generated?: readonly JsonValue[];
  /** The time, ISO 8601. */
  readonly now?: string;
  /** Where the platform's forms differ from the likeliest. */
  readonly platform?: Partial<PlatformShape>;
}
