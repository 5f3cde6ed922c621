/** The module's own names on the platform. */
import type { FrameNames } from "#sdk";

/** The connector its requests go through, and what its results and suspended skills are found by. */
export const frameNames: FrameNames = {
  connectorIdn: "pedalo_connector",
  token: "pedalo",
  prefix: "pedalo_frames_",
  patience: "30",
  setupFlow: "",
};
