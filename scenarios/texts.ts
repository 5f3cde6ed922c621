/** What is said, rendered from the templates beside the definitions. Edit those, not this. */

/** The steps of `book.hbs`. */
export const bookSteps = [
  {
    text: "Follow the **Choosing the Service** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Choosing the Staff Member** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Choosing the Date and Time** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Checking the Times** procedure.",
    needs: ["altegio_check_availability_tool"],
  },
  {
    text: "Follow the **Gathering the Name for the Booking** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Gathering the Caller's Phone Number** procedure.",
    needs: [],
  },
  {
    text: "CRITICAL STEP: Read back service, staff member, weekday, date, time, name and, if the caller said one, the phone number in one sentence, and ask in the caller's language: \"Shall I book it?\"",
    needs: [],
  },
  {
    text: "If the caller corrects the day, the time, the service or the person, follow the **Checking the Times** procedure again before you read everything back.",
    needs: ["altegio_check_availability_tool"],
  },
  {
    text: "If the caller corrects anything else, read everything back again. If the caller says no, ask what to change; if nothing, end the scenario without booking.",
    needs: [],
  },
  {
    text: "CRITICAL STEP: Only after a clear yes to exactly what you read back last, say as a sentence of its own, in the caller's language: \"I'm booking your appointment now.\" Then wait; it is not booked before the result says so.",
    needs: [],
  },
  {
    text: "If the result asks for something, ask for just that and say the same sentence again. If it names other times, offer those and read the new choice back first.",
    needs: [],
  },
  {
    text: "When it is booked, say so with service, day and time, ask whether there is anything else, and end the scenario.",
    needs: [],
  },
  {
    text: "If booking has failed twice, or the caller gives up or wants a person, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `bookStart` of `book.hbs`. */
export const bookStartText = "Starts when the caller wants a new appointment. Collects service, staff member, date and time, name and phone number; never asks for what is known.";

/** The steps of `cancel.hbs`. */
export const cancelSteps = [
  {
    text: "If it is not clear which, ask; a service or a day is enough. If it is all of them, do not ask.",
    needs: [],
  },
  {
    text: "If a new appointment is to replace it, start the scenario \"Book an appointment\" first, and come back to cancel only once the new one is booked.",
    needs: ["altegio_book_appointment_tool"],
  },
  {
    text: "Unless the caller is ill or upset or has a new appointment already, ask once whether another time would suit instead; if so, start the scenario \"Move an appointment\".",
    needs: ["altegio_reschedule_appointment_tool","altegio_move_by_booking"],
  },
  {
    text: "CRITICAL STEP: Read back the appointment with everything that is known of it, or all of them in one sentence, the nearest first, and ask in the caller's language: \"Shall I cancel it?\"",
    needs: [],
  },
  {
    text: "If the caller says no or means another appointment, go back to the first step, or end the scenario without cancelling.",
    needs: [],
  },
  {
    text: "CRITICAL STEP: Only after a clear yes to exactly what you read back, say as a sentence of its own, in the caller's language: \"I'm cancelling your appointment now.\" Then wait; it is not cancelled before the result says so.",
    needs: [],
  },
  {
    text: "If the caller has agreed to more, say after each result that this one is cancelled and then the same sentence for the next, without asking again.",
    needs: [],
  },
  {
    text: "If the result asks for something, ask for just that and say the same sentence again.",
    needs: [],
  },
  {
    text: "When it is done, ask whether there is anything else, and end the scenario.",
    needs: [],
  },
  {
    text: "If an appointment cannot be found or cancelled, say so and follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `cancelStart` of `cancel.hbs`. */
export const cancelStartText = "Starts when the caller wants to cancel one appointment or several. Collects which.";

/** The steps of `check.hbs`. */
export const checkSteps = [
  {
    text: "Follow the **Choosing the Service** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Choosing the Staff Member** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Choosing the Date and Time** procedure.",
    needs: [],
  },
  {
    text: "Follow the **Checking the Times** procedure.",
    needs: [],
  },
  {
    text: "If one of the times suits, offer to book it and, if the caller agrees, start the scenario \"Book an appointment\" with what is known.",
    needs: ["altegio_book_appointment_tool"],
  },
  {
    text: "If the caller only wanted to know, ask whether there is anything else, and end the scenario.",
    needs: [],
  },
  {
    text: "If the times cannot be checked, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `checkStart` of `check.hbs`. */
export const checkStartText = "Starts when the caller asks for free times. Collects service, staff member and day; never asks for what is known.";

/** The steps of `existing.hbs`. */
export const existingSteps = [
  {
    text: "Follow the **Gathering the Caller's Phone Number** procedure.",
    needs: [],
  },
  {
    text: "CRITICAL STEP: Say as a sentence of its own, in the caller's language: \"I'm looking up your appointments now.\" Then wait, and name no appointment before the result does.",
    needs: [],
  },
  {
    text: "If the result asks for a name or a number, ask for just that and say the same sentence again.",
    needs: [],
  },
  {
    text: "Tell the appointments of the result with service, day and time, the nearest first and at most three at once.",
    needs: [],
  },
  {
    text: "If nothing was found, ask once whether it could be under another number, and say the same sentence again.",
    needs: [],
  },
  {
    text: "If the caller wants another time for one of them, start the scenario \"Move an appointment\".",
    needs: ["altegio_reschedule_appointment_tool","altegio_move_by_booking"],
  },
  {
    text: "If the caller wants to cancel one of them, start the scenario \"Cancel an appointment\".",
    needs: ["altegio_cancel_appointment_tool"],
  },
  {
    text: "If that is all, ask whether there is anything else, and end the scenario.",
    needs: [],
  },
  {
    text: "If the appointments cannot be looked up, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `existingStart` of `existing.hbs`. */
export const existingStartText = "Starts when the caller asks for their own appointments. Collects the phone number they are under.";

/** The steps of `move.hbs`. */
export const moveSteps = [
  {
    text: "If it is not clear which, ask; a service or a day is enough.",
    needs: [],
  },
  {
    text: "Follow the **Choosing the Date and Time** procedure for the new time.",
    needs: [],
  },
  {
    text: "Follow the **Checking the Times** procedure.",
    needs: ["altegio_check_availability_tool"],
  },
  {
    text: "CRITICAL STEP: Read back the appointment and its new weekday, date and time in one sentence, and ask in the caller's language: \"Shall I move it?\"",
    needs: [],
  },
  {
    text: "If the caller corrects the day, the time or the person, follow the **Checking the Times** procedure again before you read it back.",
    needs: ["altegio_check_availability_tool"],
  },
  {
    text: "If the caller corrects anything else, read it back again. If the caller says no, leave the appointment as it is and end the scenario.",
    needs: [],
  },
  {
    text: "CRITICAL STEP: Only after a clear yes to exactly this time, say as a sentence of its own, in the caller's language: \"I'm moving your appointment now.\" Then wait; it is not moved before the result says so.",
    needs: ["altegio_reschedule_appointment_tool"],
  },
  {
    text: "CRITICAL STEP: Only after a clear yes to exactly this time, say as a sentence of its own, in the caller's language: \"I'm booking your appointment now.\" Then wait, and cancel nothing before the result says that the new time is booked.",
    needs: ["altegio_move_by_booking"],
  },
  {
    text: "CRITICAL STEP: Only after a clear yes and once the new time is booked, say as a sentence of its own, in the caller's language: \"I'm cancelling your appointment now.\" This is for the old appointment and needs no further question. If the new time could not be booked, say that the old one stays.",
    needs: ["altegio_move_by_booking"],
  },
  {
    text: "If the result names other times or asks for something, offer or ask just that, read a new choice back, and say the same sentence again.",
    needs: [],
  },
  {
    text: "When it is done, say so with day and time, ask whether there is anything else, and end the scenario.",
    needs: [],
  },
  {
    text: "If the caller would rather cancel it, start the scenario \"Cancel an appointment\".",
    needs: ["altegio_cancel_appointment_tool"],
  },
  {
    text: "If the appointment cannot be found or moved, say that it stays as it is and follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `moveStart` of `move.hbs`. */
export const moveStartText = "Starts when the caller wants another time for an appointment. Collects which one it is and the new date and time.";

/** The steps of `other.hbs`. */
export const otherSteps = [
  {
    text: "Say that you will gladly pass it on, since the team has to do this. Do not try it, and do not say that it is done.",
    needs: [],
  },
  {
    text: "If the caller wants that, or wants to speak to a person, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `otherStart` of `other.hbs`. */
export const otherStartText = "Starts when the caller wants something about an appointment that no other scenario is for. Collects nothing.";

/** The steps of `name.hbs`. */
export const nameSteps = [
  {
    text: "If the name is known from the <Conversation> or the <UserInformation>, use it without asking; it will be read back.",
    needs: [],
  },
  {
    text: "Otherwise ask for the first and the last name; the first name alone will do if the caller gives no other.",
    needs: [],
  },
  {
    text: "If you did not understand the name in a call, ask the caller to spell it.",
    needs: [],
  },
] as const;

/** `nameStart` of `name.hbs`. */
export const nameStartText = "Invoked when the name is needed that an appointment is booked under.";

/** The steps of `phone.hbs`. */
export const phoneSteps = [
  {
    text: "If the <UserInformation> lists this caller's appointments, ask nothing: the number is known.",
    needs: [],
  },
  {
    text: "In a call, ask whether the number they are calling from is the right one, without reading it out. If it is withheld, ask for a number.",
    needs: [],
  },
  {
    text: "In a chat, or for another number, ask for the number with its country code, and for the full name with it unless it is known.",
    needs: [],
  },
  {
    text: "Repeat a dictated number in groups of two or three digits and ask whether it is right.",
    needs: [],
  },
  {
    text: "If a result calls the number invalid, ask for it once more, slowly and with the country code.",
    needs: [],
  },
  {
    text: "If there is still no valid number, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `phoneStart` of `phone.hbs`. */
export const phoneStartText = "Invoked when the phone number is needed that the caller's appointments are under.";

/** The steps of `request.hbs`. */
export const requestSteps = [
  {
    text: "If the caller wants to speak to a person and there is a scenario for transferring to one, start it at once and ask nothing before.",
    needs: [],
  },
  {
    text: "Unless that is agreed already, offer to pass the request to the team, with a word of apology if something has failed; do not repeat what failed.",
    needs: [],
  },
  {
    text: "If the caller agrees, ask for what you do not know yet: what the team should know, and how to reach the caller best.",
    needs: [],
  },
  {
    text: "Say the message back in one sentence and ask whether it is complete.",
    needs: [],
  },
  {
    text: "Promise no date, time or result that nobody has confirmed. If there is a scenario for relaying messages, go on with it.",
    needs: [],
  },
  {
    text: "If the caller does not agree, say goodbye in a friendly way and end the scenario.",
    needs: [],
  },
] as const;

/** `requestStart` of `request.hbs`. */
export const requestStartText = "Invoked when you cannot help any further, or the caller wants a person.";

/** The steps of `service.hbs`. */
export const serviceSteps = [
  {
    text: "If it is not clear from the <Conversation> which service the caller would like, ask.",
    needs: [],
  },
  {
    text: "Use only the services of this list, and say their names as they stand in it: [[altegio_services_text]]",
    needs: [],
  },
  {
    text: "If several fit, name at most three and ask which one is meant.",
    needs: [],
  },
  {
    text: "If none fits, say so and offer the nearest of the list.",
    needs: [],
  },
  {
    text: "If the caller asks for a price or a duration, answer from the list only; what is not in it, the team can tell.",
    needs: [],
  },
  {
    text: "If no service is found after two attempts, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `serviceStart` of `service.hbs`. */
export const serviceStartText = "Invoked when it has to be settled which service the caller would like.";

/** The steps of `staff.hbs`. */
export const staffSteps = [
  {
    text: "Use only the names of this list, as they stand in it: [[altegio_staff_text]]",
    needs: [],
  },
  {
    text: "If only one person does the service, name them and ask nothing. If several do and the caller has named nobody, ask once whether they would like somebody in particular.",
    needs: [],
  },
  {
    text: "If the person wanted is not in the list or does not do the service, say so and offer those who do, or whoever is free.",
    needs: [],
  },
] as const;

/** `staffStart` of `staff.hbs`. */
export const staffStartText = "Invoked when the service is settled and it has to be settled who does it.";

/** The steps of `time.hbs`. */
export const timeSteps = [
  {
    text: "If the caller has named no day, ask which day would suit; \"as soon as possible\" or \"any day next week\" will do.",
    needs: [],
  },
  {
    text: "If the day can be understood in two ways, or the weekday and the date do not go together, say it with weekday and date and ask whether that is right.",
    needs: [],
  },
] as const;

/** `timeStart` of `time.hbs`. */
export const timeStartText = "Invoked when it has to be settled on which day the caller would like to come.";

/** The steps of `times.hbs`. */
export const timesSteps = [
  {
    text: "CRITICAL STEP: Ask nothing about the time of day before the first check. Say as a sentence of its own, in the caller's language: \"I'm checking the available times now.\" Then wait, and call no time free that the result does not name.",
    needs: [],
  },
  {
    text: "Name at most three times in a call and five in a chat, the way the caller says times, and ask which one suits.",
    needs: [],
  },
  {
    text: "If none suits, ask which time or day the caller would prefer. Whenever the day, the time, the service or the person changes, say the same sentence again.",
    needs: [],
  },
  {
    text: "If nothing suits after three checks, follow the **Leaving a Request for the Team** procedure.",
    needs: [],
  },
] as const;

/** `timesStart` of `times.hbs`. */
export const timesStartText = "Invoked when the service and the day are settled, and again whenever one of them changes.";

/** `checkTool` of `tools.hbs`. */
export const checkToolText = "Looks up live free appointment times by service, staff member and date. Call it when the agent promises to check the free times.";

/** `checkPromised` of `tools.hbs`. */
export const checkPromisedText = "True only if in its latest message the agent explicitly says that it is checking or going to check free appointment times right now, for example: I'm checking the available times now. False if it only offers to do so, asks for details, says that it will later, is still waiting for an earlier one, or already gives the times.";

/** `bookTool` of `tools.hbs`. */
export const bookToolText = "Books a new appointment at a time the caller has agreed to. Call it when the agent promises to submit the booking.";

/** `bookPromised` of `tools.hbs`. */
export const bookPromisedText = "True only if in its latest message the agent explicitly says that it is submitting the booking of a new appointment right now, for example: I'm booking your appointment now. False if it only offers to do so, asks for details or for a confirmation, says that it will later, is still waiting for an earlier one, or says that the appointment is already booked, with no further one promised; also false if the same message promises to cancel or move an appointment.";

/** `bookIsNew` of `tools.hbs`. */
export const bookIsNewText = "True only if the agent's latest message is about booking a new appointment. False if it is about moving, cancelling or looking up an existing one.";

/** `cancelTool` of `tools.hbs`. */
export const cancelToolText = "Cancels an appointment that was made through the agent. Call it when the agent promises to cancel it.";

/** `cancelPromised` of `tools.hbs`. */
export const cancelPromisedText = "True only if in its latest message the agent explicitly says that it is cancelling an appointment of the caller right now, for example: I'm cancelling your appointment now. False if it only offers to do so, asks which one or for a confirmation, says that it will later, is still waiting for an earlier one, or says that one is already cancelled, with no further one promised; also false if the same message promises to book or move an appointment.";

/** `moveTool` of `tools.hbs`. */
export const moveToolText = "Moves an appointment that was made through the agent to another date or time. Call it when the agent promises to move it.";

/** `movePromised` of `tools.hbs`. */
export const movePromisedText = "True only if in its latest message the agent explicitly says that it is moving an existing appointment of the caller to a new time right now, for example: I'm moving your appointment now. False if it only offers to do so, asks for the new time or for a confirmation, says that it will later, is still waiting for an earlier one, or says that it is already moved, with no further one promised; also false if the same message promises to book or cancel an appointment.";

/** `findTool` of `tools.hbs`. */
export const findToolText = "Looks up the caller's existing appointments by phone number. Call it when the agent promises to look them up.";

/** `findPromised` of `tools.hbs`. */
export const findPromisedText = "True only if in its latest message the agent explicitly says that it is looking up the caller's existing appointments right now, for example: I'm looking up your appointments now. False if it only offers to do so, asks for a phone number, says that it will later, is still waiting for an earlier one, or already tells the appointments.";

/** `standIn` of `tools.hbs`. */
export const standInText = "Not in use: the tools of this AI Employee whose names begin with altegio do this instead. Never call it.";

/** `standInNever` of `tools.hbs`. */
export const standInNeverText = "Always false. It is never true, whatever the agent or the user says.";
