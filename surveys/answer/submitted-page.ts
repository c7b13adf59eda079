import { z } from 'zod'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { cleanText } from '../reading/clean-text.ts'
import { typeOf } from '../types/index.ts'

const texts = z
  .string()
  .max(100_000)
  .transform((text, context) => {
    const texts = z.record(z.string(), z.string()).safeParse(parseJson(text))
    if (!texts.success) context.addIssue({ code: 'custom', message: 'no texts' })
    return texts.data ?? {}
  })

/** The fields of a form beside the variables, all with a leading underscore, which no variable has. */
const controls = z.object({
  _csrf: z.string().max(200).optional(),
  _rev: z.string().regex(/^\d{1,9}$/),
  _umfang: z.enum(['abschnitt', 'felder']),
  _aktion: z.string().max(12_000).transform(cleanText).default(''),
  _basis: texts.optional(),
  _offen: texts.optional(),
})

export interface SubmittedPage {
  /** The revision of the draft that the writer saw. */
  rev: number
  /** All fields of the page were sent, not only those that changed. */
  whole: boolean
  action: string
  typed: Record<string, string>
  /** Texts that the same page has sent before and got no answer to yet: they are no surprise to the writer. */
  basis: Record<string, string>
  /** The own texts of the conflicts that the page asks about; one is open as long as its field is not sent. */
  own: Record<string, string>
  /** The fields whose text is too long to be kept. */
  tooLong: Variable[]
  /** The fields from whose text something was taken out that cannot be kept. */
  cleaned: Variable[]
}

/**
 * The reader of a submitted page: only the known fields, each once and as text. Anything else means that the page was not
 * ours, and is refused. It looks at what was sent and not at all that could be: a script sends one field of 150.
 */
export function pageReader(variables: readonly Variable[]): (body: unknown) => SubmittedPage | undefined {
  const isBox = ({ type, box }: Variable) => box === true || typeOf(type).measure === 'flag'
  const boxes = variables.filter(isBox).map(({ name }) => name)
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  return (body) => {
    const control = controls.safeParse(body)
    if (!control.success) return undefined
    const { _rev, _umfang, _aktion, _basis = {}, _offen = {} } = control.data
    const whole = _umfang === 'abschnitt'
    const typed: Record<string, string> = {}
    const tooLong: Variable[] = []
    const cleaned: Variable[] = []
    // A box that is not ticked is not sent: in a whole page its absence says so.
    if (whole) for (const box of boxes) typed[box] = ''
    for (const [name, value] of Object.entries(body as object)) {
      if (Object.hasOwn(control.data, name)) continue
      const variable = known.get(name)
      if (variable === undefined || typeof value !== 'string') return undefined
      const { sends, kept, longest } = typeOf(variable.type)
      if (value !== '' && !sends(value, variable.options ?? [])) return undefined
      const clean = cleanText(value)
      if (clean !== value) cleaned.push(variable)
      const text = kept(clean)
      if (text.length > longest) tooLong.push(variable)
      typed[name] = text
    }
    const knownTexts = (texts: Record<string, string>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(texts).flatMap(([name, value]) => {
          const variable = known.get(name)
          return variable === undefined ? [] : [[name, typeOf(variable.type).kept(cleanText(value))]]
        }),
      )
    const basis = knownTexts(_basis)
    return { rev: Number(_rev), whole, action: _aktion, typed, basis, own: knownTexts(_offen), tooLong, cleaned }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The readers of all sections of an instrument. */
export function pageReaders(instrument: Instrument): ReadonlyMap<string, ReturnType<typeof pageReader>> {
  return new Map(
    instrument.sections.map(({ id, questions }) => [
      id,
      pageReader(questions.flatMap((question) => question.variables)),
    ]),
  )
}
