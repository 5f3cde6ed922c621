/**
 * @module What this module is tried out with: a simulated Altegio (`api/`), the half of written conversations that only a
 * salon knows (`conversations/`), and the phone call of the demo (`demo.yaml`).
 */
export { simulator, type SalonService } from "./conversations/salon-service.ts";
export { examineAccount } from "./account/examine-account.ts";
export { verification } from "./account/verification/verification.ts";
