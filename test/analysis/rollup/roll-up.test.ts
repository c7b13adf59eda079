import t from 'tap'
import { differencesBelow } from '../../../analysis/rollup/differences.ts'
import { sumWords } from '../../../analysis/rollup/sums.ts'
import { structureOf, Year } from '../../support/roll-up-world.ts'

/** Two recipients in Göppingen, one in Esslingen; Cem works for both of Göppingen. */
const persons = {
  ada: ['donzdorf'],
  ben: ['donzdorf'],
  cem: ['donzdorf', 'salach'],
  dora: ['salach'],
  eva: ['esslingen'],
}
const recipients = { donzdorf: '117', salach: '117', esslingen: '116' }
const structure = structureOf(persons, recipients)

const words = (year: Year, level: string, key: string, figure = 'erreicht') => {
  const { sums, signedSums } = year.state(level, key)
  return [sums, signedSums].map((all) => {
    const sum = all.get(figure)
    return sum === undefined ? '' : sumWords(sum)
  })
}

/**
 * The table by hand. Ada 100, Ben blank, Cem 40, Dora nothing, Eva 7; recipients: 2,5 VZÄ, nothing, 1,25 VZÄ.
 *
 *   Donzdorf    Ada, Ben, Cem    100 + 40        = 140 from 2 of 3
 *   Salach      Cem, Dora        40              =  40 from 1 of 2
 *   Göppingen   Ada … Dora       100 + 40        = 140 from 2 of 4, not 180
 *   Esslingen   Eva              7               =   7 from 1 of 1
 *   all                          100 + 40 + 7    = 147 from 3 of 5
 */
function typedYear(): Year {
  const year = new Year(structure)
  year.gives('person/ada', { erreicht: 100, monate: 12 })
  year.gives('person/ben', { monate: 3 })
  year.gives('person/cem', { erreicht: 40, monate: 12 })
  year.gives('person/eva', { erreicht: 7, monate: 6 })
  year.gives('empfaenger/donzdorf', { vzae: 2.5 })
  year.gives('empfaenger/esslingen', { vzae: 1.25 })
  return year
}

t.test('sums know their missing parts, and who works for two counts once above both', async (t) => {
  const year = typedYear()
  t.strictSame(words(year, 'empfaenger', 'donzdorf'), ['mindestens 140 aus 2 von 3', 'keine Angabe von 3'])
  t.strictSame(words(year, 'empfaenger', 'salach'), ['mindestens 40 aus 1 von 2', 'keine Angabe von 2'])
  t.strictSame(words(year, 'kreis', '117')[0], 'keine Angabe von 4', 'nothing goes up unsigned')
  for (const key of Object.keys(recipients)) year.signs('empfaenger', key)
  t.strictSame(words(year, 'kreis', '117'), ['mindestens 140 aus 2 von 4', 'keine Angabe von 4'])
  t.strictSame(words(year, 'kreis', '117', 'vzae')[0], 'mindestens 2,5 aus 1 von 2')
  t.strictSame(words(year, 'kreis', '116')[0], '7')
  t.strictSame(words(year, 'kreis', '117', 'monate'), ['', ''], 'what is not additive stays where it is')
  t.strictSame(year.state('kreis', '117').countedOnce, ['person/cem'])
  t.strictSame(year.state('kreis', '117').missing, ['empfaenger/salach', 'person/dora'])
  t.strictSame(year.state('kreis', '117').sums.get('erreicht')?.missing, ['person/ben', 'person/dora'])
  year.signs('kreis', '116')
  t.match(year.rolledUp().top.sums.get('erreicht'), { value: 7, from: 1, of: 5 })
  year.signs('kreis', '117')
  t.match(year.rolledUp().top.sums.get('erreicht'), { value: 147, from: 3, of: 5 })
  t.match(year.rolledUp().top.sums.get('vzae'), { value: 3.75, from: 2, of: 3 })
})

t.test('thousands stand with their point, and what is whole says so', async (t) => {
  const sum = { value: 4210, from: 37, of: 41, missing: [] }
  t.equal(sumWords(sum), 'mindestens 4.210 aus 37 von 41')
  t.equal(sumWords({ ...sum, from: 41 }), '4.210 aus allen 41')
  t.equal(sumWords({ ...sum, value: 0, from: 41 }), '0 aus allen 41')
  t.equal(sumWords({ ...sum, value: 0, from: 0 }), 'keine Angabe von 41')
  t.equal(sumWords({ ...sum, from: 0, of: 0 }), 'niemand gibt dazu etwas an')
})

t.test('who is missing, and who has not signed', async (t) => {
  const year = typedYear()
  year.signs('empfaenger', 'donzdorf')
  t.strictSame(year.state('empfaenger', 'salach').missing, ['empfaenger/salach', 'person/dora'])
  t.strictSame(year.state('kreis', '117').unsigned, ['empfaenger/salach'])
  t.equal(year.state('empfaenger', 'donzdorf').signed?.by, 'Beispiel')
})

t.test(
  'a correction after the sign-off shows at every level above, and goes up with a new sign-off only',
  async (t) => {
    const year = typedYear()
    year.signs('empfaenger', 'donzdorf')
    year.signs('kreis', '117')
    year.gives('person/ada', { erreicht: 90, monate: 12 }, 'Ada')
    const late = year.state('empfaenger', 'donzdorf')
    t.equal(late.status, 'changed')
    t.match(late.changes, [{ source: 'person/ada', figure: 'erreicht', before: 100, now: 90, by: 'Ada' }])
    t.strictSame(year.state('kreis', '117').changedBelow, ['empfaenger/donzdorf'])
    t.equal(year.state('kreis', '117').status, 'signed')
    t.equal(year.rolledUp().top.sums.get('erreicht')?.value, 140, 'as it was signed')
    year.signs('empfaenger', 'donzdorf', 'Nachfolge')
    t.equal(year.state('empfaenger', 'donzdorf').status, 'signed')
    t.strictSame(
      year.state('empfaenger', 'donzdorf').history.map(({ number, by }) => [number, by]),
      [
        [1, 'Beispiel'],
        [2, 'Nachfolge'],
      ],
    )
    t.equal(year.state('kreis', '117').status, 'changed')
    t.equal(year.rolledUp().top.sums.get('erreicht')?.value, 140)
    year.signs('kreis', '117')
    t.equal(year.rolledUp().top.sums.get('erreicht')?.value, 130)
  },
)

t.test('of who works for two, the newest that either has signed goes up, and the other one is told', async (t) => {
  const year = typedYear()
  year.signs('empfaenger', 'donzdorf')
  year.gives('person/cem', { erreicht: 50, monate: 12 })
  year.signs('empfaenger', 'salach')
  t.match(year.state('kreis', '117').sums.get('erreicht'), { value: 150, from: 2, of: 4 })
  t.equal(year.state('empfaenger', 'donzdorf').status, 'changed')
})

t.test('a correction that changes no value wants no new sign-off', async (t) => {
  const year = typedYear()
  year.signs('empfaenger', 'donzdorf')
  year.gives('person/ada', { erreicht: 100, monate: 12 })
  t.equal(year.state('empfaenger', 'donzdorf').status, 'signed')
})

t.test('a question back about one figure knows its answer and whether the figure was corrected', async (t) => {
  const year = typedYear()
  year.signs('empfaenger', 'donzdorf')
  const first = year.asks('empfaenger/donzdorf', 'person/ada', 'erreicht', 'Wirklich 100?')
  year.asks('kreis/117', 'empfaenger/donzdorf', 'erreicht', 'Warum so wenige?')
  const question = () => year.state('person', 'ada').questions[0]
  t.match(question(), { text: 'Wirklich 100?', corrected: false, answered: undefined })
  year.events.push({ kind: 'answered', id: first, text: 'Nein, 90.', at: year.now(), by: 'Ada' })
  year.gives('person/ada', { erreicht: 90, monate: 12 })
  t.match(question(), { answered: { text: 'Nein, 90.' }, corrected: true })
  t.equal(year.state('empfaenger', 'donzdorf').questions[0]?.corrected, false, 'not signed yet')
  year.signs('empfaenger', 'donzdorf')
  t.equal(year.state('empfaenger', 'donzdorf').questions[0]?.corrected, true)
})

t.test('what differs from the year before is told by its size', async (t) => {
  const watched = [{ name: 'erreicht', level: 'person', up: 'once' as const, change: { weight: 0.25, tolerance: 4 } }]
  const [before, now] = [new Year(structure), new Year(structure)]
  for (const [year, values] of [
    [before, [2, 300, 40]],
    [now, [6, 1100, 44]],
  ] as const)
    for (const [index, who] of ['ada', 'ben', 'cem'].entries())
      year.gives(`person/${who}`, { erreicht: values[index] as number })
  const told = differencesBelow(
    now.state('empfaenger', 'donzdorf').children,
    { now: now.rolledUp(), before: before.rolledUp() },
    watched,
  )
  t.match(told, [{ place: 'person/ben', figure: 'erreicht', now: { value: 1100 }, before: { value: 300 }, usual: 1 }])
  t.equal(told.length, 1, 'from 2 to 6 is no less usual')
})

t.test('where all grew alike, growth is what is usual', async (t) => {
  const many = Array.from({ length: 12 }, (_, index) => `p${index}`)
  const large = structureOf(Object.fromEntries(many.map((who) => [who, ['donzdorf']])), { donzdorf: '117' })
  const [before, now] = [new Year(large), new Year(large)]
  for (const [index, who] of many.entries()) {
    before.gives(`person/${who}`, { erreicht: 100 })
    now.gives(`person/${who}`, { erreicht: index === 0 ? 100 : 300 })
  }
  const watched = [{ name: 'erreicht', level: 'person', up: 'once' as const, change: { weight: 0.25, tolerance: 4 } }]
  const told = differencesBelow(
    now.state('empfaenger', 'donzdorf').children,
    { now: now.rolledUp(), before: before.rolledUp() },
    watched,
  )
  t.match(told, [{ place: 'person/p0', usual: 3 }])
})
