/** The demo: a phone call that books an appointment, on the artifact as it was built. */
export { conversationFile } from "./conversation-file.ts";
export { parseScript, readScript, type Script } from "./read-script.ts";
export { runDemo, type DemoInput, type DemoListener, type DemoResult } from "./run-demo.ts";
export { demoSecrets, openSalonAccount, setUpAsBuilder, type SalonAccount } from "./salon-account.ts";
export { demoText } from "./show-demo.ts";
