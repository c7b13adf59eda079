import { fitting, int32, padded } from './bytes.ts'

const documentRecord = 6
const bytesOfLine = 80

/** Notes of the file, as SPSS keeps them: in lines. */
export function documents(notes: readonly string[]): Buffer {
  const lines = notes.flatMap(wrapped)
  return Buffer.concat([int32(documentRecord, lines.length), ...lines.map((line) => padded(line, bytesOfLine))])
}

/** In lines that end between two words, where they are short enough. */
function wrapped(note: string): string[] {
  const lines: string[] = []
  let rest = note
  while (Buffer.byteLength(rest) > bytesOfLine) {
    const head = fitting(rest, bytesOfLine)
    const blank = head.lastIndexOf(' ')
    const line = blank > 0 ? head.slice(0, blank) : head
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return [...lines, rest]
}
