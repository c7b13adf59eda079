import { open } from 'node:fs/promises'

/** What a scan may be, known by its first and last bytes, whatever its name says. */
export interface ScanKind {
  media: 'application/pdf' | 'image/jpeg' | 'image/png'
  ending: 'pdf' | 'jpg' | 'png'
}

export const largestScanMegabytes = 20

const headBytes = 16
const tailBytes = 1024

/** The kind of a file that looks whole; undefined of all that is none of them. */
export async function scanKindOf(path: string, bytes: number): Promise<ScanKind | undefined> {
  const file = await open(path)
  try {
    const read = async (length: number, from: number) =>
      (await file.read(Buffer.alloc(length), 0, length, from)).buffer as Buffer
    const tail = Math.min(tailBytes, bytes)
    return kindOf(await read(Math.min(headBytes, bytes), 0), await read(tail, bytes - tail))
  } finally {
    await file.close()
  }
}

const png = { start: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), end: Buffer.from('IEND\xaeB`\x82', 'latin1') }
const jpeg = { start: Buffer.from([0xff, 0xd8, 0xff]), end: Buffer.from([0xff, 0xd9]) }
const pdf = { start: Buffer.from('%PDF-'), end: Buffer.from('%%EOF') }

/** A PDF ends with its mark and few bytes after it, a JPEG may be filled up with zeros, a PNG ends as it says. */
export function kindOf(head: Buffer, tail: Buffer): ScanKind | undefined {
  const begins = (start: Buffer) => head.subarray(0, start.length).equals(start)
  if (begins(pdf.start) && tail.includes(pdf.end)) return { media: 'application/pdf', ending: 'pdf' }
  if (begins(jpeg.start) && endsWith(withoutZeros(tail), jpeg.end)) return { media: 'image/jpeg', ending: 'jpg' }
  if (begins(png.start) && endsWith(tail, png.end)) return { media: 'image/png', ending: 'png' }
  return undefined
}

const endsWith = (bytes: Buffer, end: Buffer) => bytes.subarray(-end.length).equals(end)

function withoutZeros(bytes: Buffer): Buffer {
  let length = bytes.length
  while (length > 0 && bytes[length - 1] === 0) length -= 1
  return bytes.subarray(0, length)
}
