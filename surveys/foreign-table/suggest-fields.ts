import { plainWord } from '../counting/words.ts'
import type { Figure } from './figure.ts'
import { separator } from './find-figures.ts'
import { readsAs } from './place-figures.ts'
import type { TargetField, TargetFields } from './target-fields.ts'

/** Words that labels have and tables leave out. */
const leftOut = new Set(
  'anzahl zahl summe personen mit in im aus der die das den dem von vom zu zum zur und unter für ist sind'.split(' '),
)

const meaning = (text: string) =>
  plainWord(text)
    .split(' ')
    .filter((word) => !leftOut.has(word))
    .join(' ')

/**
 * Which field a figure may be for, by the figure's words: one of its headings says what the label of a field says, and of no other field.
 * Of several figures that would go into the same field only their total does, nor does one that the field could not take.
 */
export function suggestFields(
  figures: readonly Figure[],
  fields: TargetFields,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const byMeaning = new Map<string, TargetField[]>()
  for (const field of fields.values()) {
    const key = meaning(field.variable.label)
    if (key !== '') byMeaning.set(key, [...(byMeaning.get(key) ?? []), field])
  }
  const suggested = figures.flatMap((figure): [string, string][] => {
    const parts = figure.words.split(separator)
    const meant = parts.flatMap((part) => byMeaning.get(meaning(part)) ?? fields.get(part.trim()) ?? [])
    const [field] = meant
    if (figure.fault !== '' || field === undefined || new Set(meant).size > 1 || taken.has(field.variable.name))
      return []
    return 'fault' in readsAs(field, figure) ? [] : [[figure.words, field.variable.name]]
  })
  const of = (field: string) => suggested.filter(([, other]) => other === field)
  return new Map(
    suggested.filter(([words, field]) => {
      const all = of(field)
      const total = all.length === 1 ? all : all.filter(([other]) => isTotal(other))
      return total.length === 1 && total[0]?.[0] === words
    }),
  )
}

const isTotal = (words: string) => words.split(separator).some((part) => totals.has(plainWord(part)))

const totals = new Set(['gesamt', 'insgesamt', 'summe', 'zusammen', 'gesamtsumme', 'alle'])
