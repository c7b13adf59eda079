import type { CodeMap, Concept, Concordance } from '../../schemas/concordance.ts'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { filteredDefinition } from './filtered-definition.ts'

/** A survey that asked before what `filteredDefinition` asks again, with other answers to the first question. */
export function formerDefinition(): Questionnaire {
  const { sections, ...rest } = filteredDefinition()
  const [, beratung] = sections
  if (beratung === undefined) throw new Error('there is no such section')
  const options = ['besteht', 'bald', 'offen', 'keine'].map((code) => ({ code, label: code }))
  const stelle = { ...sections[0].questions[0], options } as (typeof sections)[0]['questions'][0]
  const [gesamt, wege, zeit, urteil] = JSON.parse(
    JSON.stringify(beratung.questions, (key, value) => (key === 'asked' ? undefined : value)),
  )
  return {
    ...rest,
    id: 'zuvor',
    sections: [
      { id: 'stelle', title: 'Koordinierende Stelle', questions: [stelle] },
      { id: 'beratung', title: 'Beratung', questions: [gesamt, wege, zeit, urteil] },
    ],
    checks: [],
  }
}

const codes: CodeMap = {
  categories: [
    { code: 'ja', label: 'ja', before: ['besteht'], after: ['ja'] },
    { code: 'nein', label: 'nein', before: ['keine'], after: ['nein'] },
  ],
  undecided: { before: ['offen', 'bald'], after: ['geplant'] },
}

const concept = (status: Concept['status'], ...questions: string[]) => ({ status, questions, why: 'So.' })

/** What became of the questions between the two. */
export const sinceThen = {
  id: 'seither',
  title: 'Seither',
  steps: [
    {
      from: 'zuvor',
      to: 'gefiltert',
      concepts: [
        { ...concept('reworded', 'stelle'), codes },
        concept('reworded', 'gesamt', 'wege'),
        concept('new', 'aussenstellen'),
      ],
    },
  ],
} as unknown as Concordance
