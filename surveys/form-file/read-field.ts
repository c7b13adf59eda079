import { cleanText } from '../reading/clean-text.ts'
import { typeOf } from '../types/index.ts'
import { type FileField, notTicked, ticked } from './file-field.ts'

/** What stands in a cell of a file. */
export interface FoundCell {
  text: string
  /** The number is shown as a share: 0,25 stands there for 25 %. */
  percent?: boolean
}

/** The text that a form keeps, or why the cell says nothing that it could keep. A box that is not to be ticked is no blank cell. */
export type ReadField = { text: string } | { blank: true } | { fault: string }

const yes: ReadonlySet<string> = new Set([ticked, 'j', 'x', '1', 'wahr', 'true', 'angekreuzt'])
const no: ReadonlySet<string> = new Set([notTicked, 'n', '0', 'falsch', 'false', 'nicht angekreuzt'])

/** Reads the cell of a field as it would have been typed into the form. */
export function readField(field: FileField, cell: FoundCell): ReadField {
  const text = cleanText(cell.text.replaceAll('\u00a0', ' ')).trim()
  if (text === '') return { blank: true }
  if (field.tick !== undefined) return readTick(field.tick, text)
  return field.options.length > 0 ? readOption(field, text) : readTyped(field, { ...cell, text })
}

function readTick(tick: string, text: string): ReadField {
  const said = text.toLowerCase()
  if (yes.has(said) || text === tick) return { text: tick }
  return no.has(said) ? { text: '' } : { fault: `${quoted(text)} ist weder „${ticked}“ noch „${notTicked}“.` }
}

function readOption({ options }: FileField, text: string): ReadField {
  const found =
    options.find((one) => one.text === text) ??
    options.find(({ code }) => code === text) ??
    options.find((one) => plain(one.text) === plain(text))
  return found === undefined ? { fault: `${quoted(text)} steht nicht zur Wahl.` } : { text: found.code }
}

function readTyped({ variable: { type, flag, unknown = '' } }: FileField, { text, percent }: FoundCell): ReadField {
  const { measure, unit, column, kept, read, longest } = typeOf(type)
  if (percent && measure === 'number' && unit === '')
    return { fault: `${quoted(text)} ist als Prozentzahl geschrieben.` }
  const written = percent && measure === 'number' ? hundredfold(text) : text
  const typed = kept(column.type === 'month' ? written.replace(firstOfMonth, '') : written)
  if (typed.length > longest) {
    const most = longest.toLocaleString('de-DE')
    return { fault: `Der Text hat ${typed.length.toLocaleString('de-DE')} Zeichen, höchstens ${most} sind möglich.` }
  }
  const answer = read(typed, { box: flag !== undefined, field: unknown })
  return answer.state === 'unreadable' ? { fault: answer.message } : { text: typed }
}

/** Spreadsheets make a day of a month that is typed: its first. */
const firstOfMonth = /(?<=^\d{4}-\d{2})-01$/

const hundredfold = (text: string) =>
  String(Number((Number(text.replace(',', '.')) * 100).toFixed(6))).replace('.', ',')

const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ')

/** What was found, as long as it can be told in a sentence. */
const quoted = (text: string) => `„${text.length > 60 ? `${text.slice(0, 60)} …` : text}“`
