const handler = "another file has it"; // <- here

export const title = handler;
