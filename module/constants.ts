/** The marks by which the module tells its own requests and what is suspended for them. */

/** First part of `targetAction` in our commands; tells our results from everybody else's. */
export const frameToken = "altegio";

/** Prefix of the persona attributes that hold the locals of suspended skills; one a flow, deleted when empty. */
export const framePrefix = "altegio_frames_";

/**
 * Prefix of the persona attributes in which 0.0.1 held the locals of suspended skills, one a request. The `targetAction`
 * of such a request ends with the request's id; those of later versions have the mark behind it, if only an empty one.
 */
export const firstFramePrefix = "altegio_frame_";

/** Seconds after which, or after twice as many, no answer is waited for: a caller has waited long enough by then. */
export const patience = "30";

/** The flow of the publish hook, which works for nobody in particular. */
export const setupFlowIdn = "SetupFlow";
