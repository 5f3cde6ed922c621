/** The version of `module.yaml`, for handlers. Written from there: edit that, not this. */
export const definitionsVersion = "0.1.0";
