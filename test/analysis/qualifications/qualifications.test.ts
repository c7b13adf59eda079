import t from 'tap'
import { hidden } from '../../../analysis/disclosure/hidden.ts'
import { type PersonOn, personsOn } from '../../../analysis/qualifications/persons-on.ts'
import { answers, tellQualifications } from '../../../analysis/qualifications/qualification-table.ts'
import { requalificationOn, threeMonthsAfter } from '../../../analysis/qualifications/requalification.ts'
import { personsOf2018, printed, printedShares } from '../../support/persons-of-2018.ts'

const day = '2018-03-15'
const open = { valid_from: '2018-01-01', valid_to: null }
const no = { nachqualifizierung_ab: null, nachqualifizierung_bis: null, nachqualifizierung_entfaellt: false }

const world = (kreise: readonly string[]) => {
  const persons = personsOf2018(kreise)
  return {
    postings: persons.map(({ im_nummer, empfaenger }) => ({ im_nummer, empfaenger, vzae: 1, ...open })),
    qualified: persons.map(({ im_nummer, answer }) => ({ im_nummer, art: answer, ...no, ...open })),
    trainings: [],
  }
}

t.test('what was printed of 15 March 2018: 247, 104, 59 and 6 of 416, with their per cents', (t) => {
  const { all } = tellQualifications(personsOn(day, world(['111', '115', '116', '117', '118'])))
  t.equal(all.persons, printed.persons)
  for (const [answer, share] of Object.entries(printedShares) as [keyof typeof printedShares, number][]) {
    const told = all.by[answer]
    t.equal(told.count, printed[answer], answer)
    t.equal(Math.round(Number(told.share) * 10) / 10, share, `${answer} in per cent of all 416`)
  }
  t.match(all.by.unknown, { count: 0, share: 0 })
  // Of the 410 whose qualification was settled it would be other per cents: 60.2, 25.4 and 14.4.
  t.not(Math.round((1000 * printed.a) / 410) / 10, printedShares.a)
  t.end()
})

t.test('a person with several recipients counts once, where the largest share is', (t) => {
  const posting = (im_nummer: string, empfaenger: string, vzae: number) => ({ im_nummer, empfaenger, vzae, ...open })
  const found = personsOn(day, {
    postings: [
      posting('117000-001', '117000', 0.4),
      posting('117000-001', '118001', 0.3),
      posting('117000-001', '118002', 0.3),
      posting('118001-001', '117000', 0.5),
      posting('118001-001', '118001', 0.5),
      { ...posting('117000-002', '117000', 1), valid_to: '2018-03-14' },
      { ...posting('117000-003', '117000', 1), valid_from: '2018-03-16' },
    ],
    qualified: [],
    trainings: [],
  })
  t.strictSame(
    found.map(({ number, kreis, hundredths, qualification }) => [number, kreis, hundredths, qualification]),
    [
      ['117000-001', '118', 100, undefined],
      ['118001-001', '118', 100, undefined],
    ],
  )
  t.end()
})

t.test('a former qualification holds on its day, and what nobody said is not unsettled', (t) => {
  const postings = ['001', '002'].map((end) => ({ im_nummer: `117000-${end}`, empfaenger: '117000', vzae: 1, ...open }))
  const qualified = [
    { im_nummer: '117000-001', art: 'ungeklaert' as const, ...no, valid_from: '2018-01-01', valid_to: '2018-03-31' },
    { im_nummer: '117000-001', art: 'c' as const, ...no, valid_from: '2018-04-01', valid_to: null },
  ]
  const on = (when: string) =>
    personsOn(when, { postings, qualified, trainings: [] }).map(({ qualification }) => qualification)
  t.strictSame(on(day), ['ungeklaert', undefined])
  t.strictSame(on('2018-04-01'), ['c', undefined])
  t.end()
})

t.test('the Nachqualifizierung begins within three months', (t) => {
  t.equal(threeMonthsAfter('2018-01-15'), '2018-04-15')
  t.equal(threeMonthsAfter('2018-11-30'), '2019-02-28')
  t.equal(threeMonthsAfter('2019-11-30'), '2020-02-29')
  const of = (when: string, one: Partial<Parameters<typeof requalificationOn>[2]>, began = '2018-01-15') =>
    requalificationOn(when, began, { art: 'c', ...no, ...one })
  t.equal(of('2018-04-15', {}), 'due')
  t.equal(of('2018-04-16', {}), 'overdue')
  t.equal(of('2018-04-16', { nachqualifizierung_ab: '2018-04-15' }), 'begun')
  t.equal(of('2018-05-01', { nachqualifizierung_ab: '2018-04-16' }), 'late')
  t.equal(of('2018-04-20', { nachqualifizierung_ab: '2018-05-01' }), 'overdue', 'a beginning to come is none')
  t.equal(of('2018-12-31', { nachqualifizierung_ab: '2018-03-01', nachqualifizierung_bis: '2018-12-31' }), 'done')
  t.equal(of('2018-12-30', { nachqualifizierung_ab: '2018-03-01', nachqualifizierung_bis: '2018-12-31' }), 'begun')
  t.equal(of('2019-01-01', { nachqualifizierung_entfaellt: true }), 'waived')
  t.equal(of('2019-01-01', { art: 'b' }), 'none')
  t.equal(of('2024-01-01', { art: 'b' }, '2023-05-01'), 'overdue', 'since 2023 of letter b too')
  t.equal(of('2024-01-01', { art: 'a' }, '2023-05-01'), 'none')
  t.end()
})

const person = (kreis: string, qualification: PersonOn['qualification'], at: number): PersonOn => ({
  number: `${kreis}000-${at}`,
  kreis,
  qualification,
  requalification: 'none',
  isTrained: false,
  hundredths: 100,
})

/** A reader who lays totals and counts side by side: which hidden cells can be reckoned, by elimination. */
function reckoned({ all, kreise }: ReturnType<typeof tellQualifications>): string[] {
  const unknowns: string[] = []
  const placeOf = (name: string) => (unknowns.includes(name) ? unknowns.indexOf(name) : unknowns.push(name) - 1)
  const rows: number[][] = []
  const equation = (cells: readonly { name: string; count: unknown; sign: number }[]) => {
    const row: number[] = []
    for (const { name, count, sign } of cells) if (count === hidden) row[placeOf(name)] = sign
    rows.push(row)
  }
  for (const { kreis, by, persons } of kreise)
    equation([
      ...answers.map((answer) => ({ name: `${kreis} ${answer}`, count: by[answer].count, sign: 1 })),
      { name: `${kreis} persons`, count: persons, sign: -1 },
    ])
  for (const answer of answers)
    equation([
      ...kreise.map(({ kreis, by }) => ({ name: `${kreis} ${answer}`, count: by[answer].count, sign: 1 })),
      { name: `all ${answer}`, count: all.by[answer].count, sign: -1 },
    ])
  equation([
    ...kreise.map(({ kreis, persons }) => ({ name: `${kreis} persons`, count: persons, sign: 1 })),
    { name: 'all persons', count: all.persons, sign: -1 },
  ])
  const matrix = rows.map((row) => unknowns.map((_, place) => row[place] ?? 0))
  const pivots = new Map<number, number[]>()
  for (const row of matrix) {
    for (const [place, pivot] of pivots) {
      const factor = row[place] ?? 0
      for (const at of row.keys()) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
    const place = row.findIndex((value) => Math.abs(value) > 1e-9)
    if (place === -1) continue
    const lead = row[place] ?? 1
    for (const at of row.keys()) row[at] = (row[at] ?? 0) / lead
    for (const pivot of pivots.values()) {
      const factor = pivot[place] ?? 0
      for (const at of pivot.keys()) pivot[at] = (pivot[at] ?? 0) - factor * (row[at] ?? 0)
    }
    pivots.set(place, row)
  }
  return [...pivots].flatMap(([place, row]) =>
    row.filter((value) => Math.abs(value) > 1e-9).length === 1 ? [unknowns[place] ?? ''] : [],
  )
}

/** Cells of fewer than three, by their names. */
const fewOf = (persons: readonly PersonOn[]) => {
  const counts = new Map<string, number>()
  for (const { kreis, qualification = 'unknown' } of persons)
    for (const name of [`${kreis} ${qualification}`, `${kreis} persons`, `all ${qualification}`])
      counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, count]) => count < 3).map(([name]) => name)
}

t.test('no count tells of fewer than three persons, and none follows from those beside it', (t) => {
  const many = (kreis: string, counts: Partial<Record<'a' | 'b' | 'c', number>>) =>
    Object.entries(counts).flatMap(([answer, count]) =>
      Array.from({ length: count }, (_, at) => person(kreis, answer as 'a', at)),
    )
  const persons = [
    ...many('111', { a: 12, b: 7, c: 1 }),
    ...many('115', { a: 9, b: 4, c: 5 }),
    ...many('116', { a: 5, b: 6, c: 4 }),
  ]
  const told = tellQualifications(persons)
  const [first] = told.kreise
  t.match(first?.by.c, { count: hidden, share: hidden })
  t.strictSame(fewOf(persons), ['111 c'])
  t.notOk(reckoned(told).includes('111 c'))
  t.equal(told.all.persons, 53)
  t.end()
})

t.test('a reader who reckons finds what is only left out, and so would find a fault', (t) => {
  const counts = (a: number, b: number | string) => ({ ...empty, a: { count: a, share: 0 }, b: { count: b, share: 0 } })
  const empty = Object.fromEntries(answers.map((answer) => [answer, { count: 0, share: 0 }]))
  const table = {
    all: { persons: 12, by: counts(7, 5) },
    kreise: [
      { kreis: '111', persons: 5, by: counts(4, hidden) },
      { kreis: '115', persons: 7, by: counts(3, 4) },
    ],
    requalification: [],
    trained: 0,
  } as unknown as ReturnType<typeof tellQualifications>
  t.strictSame(reckoned(table), ['111 b'])
  t.end()
})

t.test('in any world: told counts are true, small ones are not told, and the totals stand', (t) => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  for (let round = 0; round < 40; round++) {
    const persons = Array.from({ length: 5 + random(120) }, (_, at) =>
      person(
        ['111', '115', '116', '117'][random(4)] ?? '111',
        (['a', 'b', 'c', 'ungeklaert', undefined] as const)[random(5)],
        at,
      ),
    )
    const told = tellQualifications(persons)
    const found = new Set(reckoned(told))
    const few = fewOf(persons).filter((name) => found.has(name))
    if (few.length > 0) t.fail(`reckoned: ${few.join(', ')}`)
    for (const { kreis, by, persons: total } of told.kreise) {
      const own = persons.filter((one) => one.kreis === kreis)
      if (total !== hidden && total !== own.length) t.fail('a total is wrong')
      for (const answer of answers) {
        const count = own.filter(({ qualification = 'unknown' }) => qualification === answer).length
        const shown = by[answer].count
        if (shown !== hidden && shown !== count) t.fail('a count is wrong')
        if (shown !== hidden && count > 0 && count < 3) t.fail('a small count is told')
      }
    }
  }
  t.pass('40 worlds')
  t.end()
})

t.test('all Kreise of the Land are told of in a moment', (t) => {
  const kreise = Array.from({ length: 44 }, (_, at) => String(111 + at))
  const begun = performance.now()
  const { kreise: told, all } = tellQualifications(personsOn(day, world(kreise)))
  t.equal(told.length, 44)
  const shown = told.filter(({ by }) => by.a.count !== hidden).length
  t.ok(shown > 20, `of ${shown} Kreisen something is told`)
  t.equal(all.persons, 416)
  const took = performance.now() - begun
  t.ok(took < 5_000, `${Math.round(took)} ms`)
  t.end()
})
