/** What the system refuses, as an error of a user: none of it is a fault of the program. */
import { UserError } from "./exit-codes.ts";

/** What a code of the system means to whoever has named the place, or owns it. */
const meanings: Readonly<Record<string, string>> = {
  EACCES: "may not be used by you: change its rights, or name another place",
  EDQUOT: "does not fit: your share of the disk is used up",
  EEXIST: "is there already",
  EISDIR: "is a folder, where a file is needed",
  ELOOP: "is a link that leads back to itself",
  EMFILE: "cannot be opened: too many files are open on this machine",
  ENAMETOOLONG: "has too long a name",
  ENOENT: "is not there",
  ENOSPC: "does not fit: the disk is full",
  ENOTDIR: "is a file, or lies in one, where a folder is needed",
  EPERM: "may not be changed by you: change its rights, or name another place",
  EROFS: "lies where nothing can be written: name another place",
};

/** The error in plain words when it comes from the file system, else as it is. The place is named where it is known. */
export function plainFault(error: Error): Error {
  const { code = "", path, dest, syscall = "" } = error as NodeJS.ErrnoException & { readonly dest?: string };
  const meaning = meanings[code];
  if (error instanceof UserError || meaning === undefined) {
    return error;
  }
  const place = dest ?? path ?? (syscall === "write" ? "What was to be written" : "A file");
  const plain = new UserError(`${place} ${meaning} (${code}).`);
  // Shown on request.
  plain.stack = error.stack ?? "";
  return plain;
}
