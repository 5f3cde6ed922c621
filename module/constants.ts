/** The marks by which the module tells its own requests and what is suspended for them. */

/** First part of `targetAction` in our commands; tells our results from everybody else's. */
export const frameToken = "altegio";

/** Persona attribute prefix of a suspended skill's locals. One attribute a request, deleted when used. */
export const framePrefix = "altegio_frame_";
