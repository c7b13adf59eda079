import { float64, int32, padded } from './bytes.ts'
import { isLabelledApart, type Placed, valueLabel } from './dictionary.ts'

/** What SPSS has added to its format over the years: each part says what it is, and readers skip what they do not know. */
export function* extensions(variables: readonly Placed[]): Generator<Buffer> {
  // Version, floating point by IEEE, packed, little endian, UTF-8.
  yield extension(3, 4, int32(1, 0, 0, -1, 1, 1, 2, 65_001))
  yield extension(4, 8, Buffer.concat([float64(-Number.MAX_VALUE, Number.MAX_VALUE), lowestValue]))
  yield extension(11, 4, Buffer.concat(variables.flatMap(displays)))
  yield extension(13, 1, Buffer.from(variables.map(({ short, name }) => `${short}=${name}`).join('\t')))
  const long = variables.filter(({ segments }) => segments.length > 1)
  const widths = long.map(({ short, width }) => `${short}=${String(width).padStart(5, '0')}\0\t`).join('')
  if (long.length > 0) yield extension(14, 1, Buffer.from(widths))
  yield extension(20, 1, Buffer.from('UTF-8'))
  const labelled = variables.filter(isLabelledApart)
  if (labelled.length > 0) yield extension(21, 1, Buffer.concat(labelled.flatMap(longLabels)))
}

/** The number next to the one that stands for nothing. */
const lowestValue = Buffer.from('feffffffffffefff', 'hex')

function extension(kind: number, size: number, data: Buffer): Buffer {
  return Buffer.concat([int32(7, kind, size, data.length / size), data])
}

const left = 0
const right = 1
const widestShown = 40

/** Level of measurement, width on the screen, alignment. */
const displays = ({ segments, width, level, display }: Placed): Buffer[] =>
  segments.map(() => int32(level, Math.min(display.width, widestShown), width === 0 ? right : left))

function longLabels({ name, width, labels }: Placed): Buffer[] {
  const counted = (text: Buffer) => [int32(text.length), text]
  return [
    ...counted(Buffer.from(name)),
    int32(width, labels.length),
    ...labels.flatMap(({ value, label }) => [
      ...counted(padded(String(value), width)),
      ...counted(Buffer.from(valueLabel(label))),
    ]),
  ]
}
