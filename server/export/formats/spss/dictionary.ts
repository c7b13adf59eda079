import { cut, float64, int32, padded, roundedUp } from './bytes.ts'
import { segmentsOf, unitsOf } from './segments.ts'
import type { Variable } from './variable.ts'

const variableRecord = 2
const labelsRecord = 3
const labelledRecord = 4

/** What SPSS takes of a label, in bytes. */
export const longestLabel = 255
export const longestValueLabel = 120

/** Longer texts have the labels of their values in an extension. */
const longestLabelled = 8

/** Every part of the dictionary has a number; what is not the first unit of a column has no name of its own. */
export interface Placed extends Variable {
  /** In the order of all segments: the names that old programs see. No column of ours begins so. */
  short: string
  segments: { width: number; short: string }[]
  /** The place of its first unit, counted from 1. */
  place: number
}

export function placed(variables: readonly Variable[]): Placed[] {
  let number = 0
  let place = 1
  return variables.map((variable) => {
    const segments = segmentsOf(variable.width).map((width) => {
      number += 1
      return { width, short: `@${number}` }
    })
    const own = { ...variable, short: segments[0]?.short ?? '', segments, place }
    place += unitsOfCase([own])
    return own
  })
}

/** How many units of eight bytes a row takes. */
export const unitsOfCase = (variables: readonly Pick<Placed, 'segments'>[]): number =>
  variables.flatMap(({ segments }) => segments).reduce((sum, { width }) => sum + unitsOf(width), 0)

/** The records of the columns, and those of what their values mean. */
export function* dictionary(variables: readonly Placed[]): Generator<Buffer> {
  for (const variable of variables) {
    for (const [place, segment] of variable.segments.entries()) yield* variableParts(variable, segment, place === 0)
  }
  for (const { labels, width, place } of variables) {
    if (labels.length === 0 || width > longestLabelled) continue
    yield int32(labelsRecord, labels.length)
    for (const { value, label } of labels) {
      yield typeof value === 'number' ? float64(value) : padded(value, longestLabelled)
      yield shortLabel(label)
    }
    yield int32(labelledRecord, 1, place)
  }
}

function* variableParts(
  { label, display, missing }: Placed,
  { width, short }: Placed['segments'][number],
  isFirst: boolean,
): Generator<Buffer> {
  const { kind, decimals } = display
  const shown = (kind << 16) | ((width === 0 ? display.width : width) << 8) | decimals
  const labelled = isFirst && label !== ''
  yield int32(variableRecord, width, labelled ? 1 : 0, missing === undefined ? 0 : -2, shown, shown)
  yield padded(short, 8)
  if (labelled) {
    const text = Buffer.from(cut(label, longestLabel))
    yield int32(text.length)
    yield Buffer.concat([text], roundedUp(text.length, 4))
  }
  if (missing !== undefined) yield float64(missing.from, missing.to)
  for (let unit = 1; unit < unitsOf(width); unit++)
    yield Buffer.concat([int32(variableRecord, -1, 0, 0, 0, 0), padded('', 8)])
}

/** Its length in a byte, and all together a multiple of eight. */
function shortLabel(label: string): Buffer {
  const text = Buffer.from(valueLabel(label))
  return Buffer.concat([Buffer.of(text.length), text], roundedUp(1 + text.length, 8))
}

export const valueLabel = (label: string): string => cut(label, longestValueLabel)

/** Whether the labels of its values stand in an extension. */
export const isLabelledApart = ({ labels, width }: Variable): boolean => labels.length > 0 && width > longestLabelled
