/** The event by which an answer that nobody waits for reaches the flow that keeps the appointments. */
export const lateAnswerEvent = "altegio_late_answer";
