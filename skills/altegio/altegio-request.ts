/** A request to Altegio, with the credentials Altegio knows. */
import type { HttpRequest } from "#sdk";

/** "partner" carries the partner token, "user" both tokens, "none" neither. */
export type AltegioRequest = HttpRequest<"none" | "partner" | "user">;
