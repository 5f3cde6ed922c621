/** The directory of a zip, read to check what comes out against what it says. */

/** One file as the directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** CRC-32 of its bytes. */
  readonly crc: number;
  /** Number of its bytes when unpacked. */
  readonly size: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
const entryLength = 46;
/** A comment of this many bytes may stand behind the end. */
const longestComment = 0xffff;

/** The entries of a zip; null when its directory cannot be read. Zips of more than 4 GiB are not known here. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) {
    return null;
  }
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryMark) {
      return null;
    }
    const nameLength = view.getUint16(at + 28, true);
    const [crc, size] = [view.getUint32(at + 16, true), view.getUint32(at + 24, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength));
    entries.push({ name, crc, size });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endMark) {
      return at;
    }
  }
  return null;
}
