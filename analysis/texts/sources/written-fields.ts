import type { Instrument } from '../../../surveys/compile/instrument.ts'

/** A field in which people write in their own words. */
export interface WrittenField {
  field: string
  /** `F12`. */
  number: string
  title: string
  kind: 'comment' | 'other' | 'text'
}

/** Every comment, every 'other' and every long text of a survey, in the order of the form; none of contact data. */
export function writtenFields({ variables, questions }: Pick<Instrument, 'variables' | 'questions'>): WrittenField[] {
  return variables.flatMap(({ name, role, label, question, number, contact }): WrittenField[] => {
    const of = questions.get(question)
    const title = of?.title ?? label
    if (contact) return []
    if (role === 'comment') return [{ field: name, number, title, kind: role }]
    if (role === 'other') return [{ field: name, number, title: `${title} – ${label}`, kind: role }]
    return of?.kind === 'longtext' && role === 'item' ? [{ field: name, number, title, kind: 'text' }] : []
  })
}
