import type { Instrument } from '../compile/instrument.ts'
import type { Problem } from './problem.ts'

/** Numbers that two questions have: sentences, receipts and letters name a question by its number alone. */
export function numberProblems({ sections }: Pick<Instrument, 'sections'>): Problem[] {
  const first = new Map<string, string>()
  return sections.flatMap(({ questions }, s) =>
    questions.flatMap(({ id, number }, q) => {
      const other = first.get(number)
      if (other === undefined) first.set(number, id)
      if (other === undefined) return []
      const message = `Die Nummer ${number} trägt schon die Frage „${other}“. Bitte geben Sie „${id}“ eine eigene.`
      return [{ path: `/sections/${s}/questions/${q}/number`, message }]
    }),
  )
}
