import t from 'tap'
import { burdenTold, middleOf } from '../../../analysis/response/burden.ts'
import { burdenWords } from '../../../server/field/burden-words.ts'
import { workingBySection } from '../../../server/field/working-by-section.ts'
import { agrees, readReference } from '../../support/reference.ts'

interface Cases {
  histories: { at: number[]; section: string[] }[]
  sections: Record<string, number>
  counts: Record<string, number>
  whole: number
  said: { values: number[]; median: number }
}

t.test('medians of the time at each section, and of what is said, are those of R', async (t) => {
  const { histories, sections, counts, whole, said } = readReference<Cases>('burden')
  const saves = histories.map(({ at, section }) => at.map((one, place) => ({ at: one, section: section[place] ?? '' })))
  const told = workingBySection(saves)
  agrees(t, Object.fromEntries([...told.sections].map(([name, { middle }]) => [name, middle])), sections, 'by section')
  agrees(t, Object.fromEntries([...told.sections].map(([name, { n }]) => [name, n])), counts, 'of how many')
  agrees(t, told.whole?.middle, whole, 'of the whole form')
  agrees(t, middleOf(said.values)?.median, said.median, 'of what is said')
})

t.test('nothing is told of fewer than three', async (t) => {
  const saves = [
    { at: 0, section: 'a' },
    { at: 60, section: 'a' },
  ]
  t.strictSame(workingBySection([saves, saves]), { whole: undefined, sections: new Map() })
  t.match(workingBySection([saves, saves, saves]), { whole: { n: 3, middle: 1 } })
  const two = [
    { minutes: 30, effort: null },
    { minutes: 90, effort: 5 },
  ]
  t.match(burdenWords(burdenTold(two)), [/noch keine drei/])
  t.strictSame(burdenWords(burdenTold([...two, { minutes: 45, effort: 2 }])), [
    'Nach eigener Angabe dauerte das Ausfüllen im Median 45 Minuten (3 Angaben).',
  ])
})
