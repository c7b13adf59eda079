import { z } from 'zod'
import type { Instrument, Variable, VariableType } from './instrument.ts'

/** How much may be typed into a field. More is refused with a message, never cut. */
export const longestText: Record<VariableType, number> = {
  count: 200,
  gkz: 200,
  flag: 1,
  text: 1_000,
  longtext: 10_000,
}

/** The fields of a form beside the variables, all with a leading underscore, which no variable has. */
const controls = {
  _csrf: z.string().max(200).optional(),
  _rev: z.string().regex(/^\d{1,9}$/),
  _umfang: z.enum(['abschnitt', 'felder']),
  _aktion: z.string().max(200).optional(),
}

export interface SubmittedPage {
  /** The revision of the draft that the writer saw. */
  rev: number
  /** All fields of the page were sent, not only those that changed. */
  whole: boolean
  action: string
  typed: Record<string, string>
  /** The fields whose text is too long to be kept. */
  tooLong: Variable[]
}

/**
 * The reader of a submitted page: only the known fields, each once and as text. Anything else means that the page was not
 * ours, and is refused.
 */
export function pageReader(variables: readonly Variable[]): (body: unknown) => SubmittedPage | undefined {
  const flags = variables.filter(({ type }) => type === 'flag').map(({ name }) => name)
  const fields = variables.map(({ name, type }) => {
    return [name, (type === 'flag' ? z.enum(['', '1']) : z.string()).optional()] as const
  })
  const schema = z.strictObject({ ...Object.fromEntries(fields), ...controls })
  return (body) => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) return undefined
    const { _csrf, _rev, _umfang, _aktion, ...rest } = parsed.data as Record<string, string | undefined>
    const whole = _umfang === 'abschnitt'
    const typed: Record<string, string> = {}
    // A box that is not ticked is not sent: in a whole page its absence says so.
    if (whole) for (const flag of flags) typed[flag] = ''
    // Browsers send line ends as CRLF; what is kept has one form.
    for (const [name, value] of Object.entries(rest))
      if (value !== undefined) typed[name] = value.replaceAll('\r\n', '\n')
    const tooLong = variables.filter(({ name, type }) => (typed[name]?.length ?? 0) > longestText[type])
    return { rev: Number(_rev), whole, action: _aktion ?? '', typed, tooLong }
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
