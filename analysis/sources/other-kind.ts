/** What a file is that holds no table that is read, as a sentence goes on that begins with its name; undefined of all others. */
export function otherKind(start: Uint8Array): string | undefined {
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0]))
    return 'ist mit einem Kennwort geschützt, oder sie ist in einem alten Format gespeichert (.xls). Bitte speichern Sie sie ohne Kennwort als Excel-Arbeitsmappe (.xlsx) oder als CSV.'
  if (startsWith(start, [0x25, 0x50, 0x44, 0x46]))
    return 'ist ein PDF. Gelesen werden Excel-Arbeitsmappen (.xlsx) und CSV-Dateien.'
  return undefined
}

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte)
