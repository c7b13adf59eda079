import { z } from 'zod'
import { typeOf } from '../types/index.ts'
import type { DraftField } from './draft-fields.ts'

/** The fields of a form beside those of the draft, all with a leading underscore, which no variable has. */
const controls = z.object({
  _csrf: z.string().max(200).optional(),
  _rev: z.string().regex(/^\d{1,9}$/),
  _umfang: z.enum(['abschnitt', 'felder']),
  _aktion: z.string().max(12_000).default(''),
  _von: z
    .string()
    .regex(/^pruefen(?:\.\w{1,80})?$/)
    .default(''),
  _leer: z.literal('ja').optional(),
  _basis: z
    .string()
    .max(100_000)
    .transform((text, context) => {
      const basis = z.record(z.string(), z.string()).safeParse(parseJson(text))
      if (!basis.success) context.addIssue({ code: 'custom', message: 'no basis' })
      return basis.data ?? {}
    })
    .optional(),
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
  /** The fields whose text is too long to be kept. */
  tooLong: DraftField[]
}

/**
 * The reader of a submitted page: only the known fields, each once and as text. Anything else means that the page was not
 * ours, and is refused. It looks at what was sent and not at all that could be: a script sends one field of 150.
 */
export function pageReader(fields: readonly DraftField[]): (body: unknown) => SubmittedPage | undefined {
  const flags = fields.filter(({ type }) => typeOf(type).measure === 'flag').map(({ name }) => name)
  const known = new Map(fields.map((field) => [field.name, field]))
  return (body) => {
    const control = controls.safeParse(body)
    if (!control.success) return undefined
    const { _rev, _umfang, _aktion, _von, _leer, _basis = {} } = control.data
    const whole = _umfang === 'abschnitt'
    const typed: Record<string, string> = {}
    const tooLong: DraftField[] = []
    // A box that is not ticked is not sent: in a whole page its absence says so.
    if (whole) for (const flag of flags) typed[flag] = ''
    for (const [name, value] of Object.entries(body as object)) {
      if (Object.hasOwn(control.data, name)) continue
      const field = known.get(name)
      if (field === undefined || typeof value !== 'string') return undefined
      const { sends, kept, longest } = typeOf(field.type)
      if (value !== '' && !sends(value, field.options ?? [])) return undefined
      const text = kept(value)
      if (text.length > longest) tooLong.push(field)
      typed[name] = text
    }
    const basis = Object.entries(_basis).flatMap(([name, value]) => {
      const field = known.get(name)
      return field === undefined ? [] : [[name, typeOf(field.type).kept(value)]]
    })
    return {
      rev: Number(_rev),
      whole,
      action: _aktion,
      from: _von,
      fewConfirmed: _leer === 'ja',
      typed,
      basis: Object.fromEntries(basis),
      tooLong,
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
