import { z } from 'zod'
import { cleanText } from '../reading/clean-text.ts'
import { typeOf } from '../types/index.ts'
import type { DraftField } from './draft-fields.ts'

const texts = z
  .string()
  .max(100_000)
  .transform((text, context) => {
    const texts = z.record(z.string(), z.string()).safeParse(parseJson(text))
    if (!texts.success) context.addIssue({ code: 'custom', message: 'no texts' })
    return texts.data ?? {}
  })

/** The fields of a form beside those of the draft, all with a leading underscore, which no variable has. */
const controls = z.object({
  _csrf: z.string().max(200).optional(),
  _rev: z.string().regex(/^\d{1,9}$/),
  _umfang: z.enum(['abschnitt', 'felder']),
  _aktion: z.string().max(12_000).transform(cleanText).default(''),
  _von: z
    .string()
    .regex(/^pruefen(?:\.\w{1,80})?$/)
    .default(''),
  _leer: z.literal('ja').optional(),
  _basis: texts.optional(),
  _offen: texts.optional(),
})

export interface SubmittedPage {
  /** The revision of the draft that the writer saw. */
  rev: number
  /** All fields of the page were sent, not only those that changed. */
  whole: boolean
  action: string
  /** Where the writer came from, `pruefen` or `pruefen.<check>`, or ''. */
  from: string
  /** The writer knows how much is blank, and submits it so. */
  fewConfirmed: boolean
  typed: Record<string, string>
  /** Texts that the same page has sent before and got no answer to yet: they are no surprise to the writer. */
  basis: Record<string, string>
  /** The own texts of the conflicts that the page asks about; one is open as long as its field is not sent. */
  own: Record<string, string>
  /** The fields whose text is too long to be kept. */
  tooLong: DraftField[]
  /** The fields from whose text something was taken out that cannot be kept. */
  cleaned: DraftField[]
}

/**
 * The reader of a submitted page: only the known fields, each once and as text. Anything else means that the page was not
 * ours, and is refused. It looks at what was sent and not at all that could be: a script sends one field of 150.
 */
export function pageReader(fields: readonly DraftField[]): (body: unknown) => SubmittedPage | undefined {
  const isBox = ({ type, box }: DraftField) => box === true || typeOf(type).measure === 'flag'
  const boxes = fields.filter(isBox).map(({ name }) => name)
  const known = new Map(fields.map((field) => [field.name, field]))
  return (body) => {
    const control = controls.safeParse(body)
    if (!control.success) return undefined
    const { _rev, _umfang, _aktion, _von, _leer, _basis = {}, _offen = {} } = control.data
    const whole = _umfang === 'abschnitt'
    const typed: Record<string, string> = {}
    const tooLong: DraftField[] = []
    const cleaned: DraftField[] = []
    // A box that is not ticked is not sent: in a whole page its absence says so.
    if (whole) for (const box of boxes) typed[box] = ''
    for (const [name, value] of Object.entries(body as object)) {
      if (Object.hasOwn(control.data, name)) continue
      const field = known.get(name)
      if (field === undefined || typeof value !== 'string') return undefined
      const { sends, kept, longest } = typeOf(field.type)
      if (value !== '' && !sends(value, field.options ?? [])) return undefined
      const clean = cleanText(value)
      if (clean !== value) cleaned.push(field)
      const text = kept(clean)
      if (text.length > longest) tooLong.push(field)
      typed[name] = text
    }
    const knownTexts = (texts: Record<string, string>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(texts).flatMap(([name, value]) => {
          const field = known.get(name)
          return field === undefined ? [] : [[name, typeOf(field.type).kept(cleanText(value))]]
        }),
      )
    return {
      rev: Number(_rev),
      whole,
      action: _aktion,
      from: _von,
      fewConfirmed: _leer === 'ja',
      typed,
      basis: knownTexts(_basis),
      own: knownTexts(_offen),
      tooLong,
      cleaned,
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
