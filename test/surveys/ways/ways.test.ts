import t from 'tap'
import type { WayUp } from '../../../schemas/way-up.ts'
import { checkWays } from '../../../surveys/ways/check-ways.ts'
import { wayFrom } from '../../../surveys/ways/load-ways.ts'
import { deadlineOf, levelsIn } from '../../../surveys/ways/way-up.ts'
import { published } from '../../support/published.ts'

const way = (await wayFrom('kennzahlen')) as WayUp
const surveys = new Map(
  (await Promise.all(['kennzahlen', 'kennzahlen-traeger', 'umfrage-3'].map((id) => published(id)))).map((one) => [
    one.id,
    one,
  ]),
)
const check = (one: unknown) => checkWays([{ file: 'weg.json', text: JSON.stringify(one) }], surveys)

t.test(
  'figures of 2022 and 2023 are due on 31 January from the recipients, those of 2024 on 31 March from the Kreis',
  async (t) => {
    t.equal(deadlineOf(way, 2021), undefined)
    for (const [year, level, day] of [
      [2022, 'empfaenger', '2023-01-31'],
      [2023, 'empfaenger', '2024-01-31'],
      [2024, 'kreis', '2025-03-31'],
      [2030, 'kreis', '2031-03-31'],
    ] as const)
      t.strictSame(deadlineOf(way, year), { level, day })
    t.strictSame(
      levelsIn(way, 2023).map(({ id }) => id),
      ['person', 'empfaenger', 'bewilligungsstelle'],
    )
    t.equal(levelsIn(way, 2024).length, 4)
  },
)

t.test('of the way as it is nothing is wrong', async (t) => {
  t.strictSame(check(way), { problems: [], checked: ['weg.json: Weg von 25 Zahlen über 4 Ebenen'] })
})

const problemsOf = (change: (copy: WayUp) => void) => {
  const copy = structuredClone(way)
  change(copy)
  return check(copy).problems.map(({ path, message }) => `${path}: ${message}`)
}

t.test('what is wrong is named', async (t) => {
  t.match(
    problemsOf((one) => (one.levels[1].id = 'person')),
    [/^\/levels\/1\/id: Die Ebene „person“ gibt es schon/],
  )
  t.match(
    problemsOf((one) => (one.levels[0].survey = 'umfrage-9')).join('\n'),
    /levels\/0\/survey: Den Fragebogen „umfrage-9“/,
  )
  t.match(problemsOf((one) => (one.levels[0].survey = 'umfrage-3')).join('\n'), /„umfrage-3“ nennt keinen Zeitraum/)
  t.match(
    problemsOf((one) => (one.levels[0].survey = 'kennzahlen-traeger')).join('\n'),
    /„kennzahlen-traeger“ beantwortet jemand anderes/,
  )
  t.match(
    problemsOf((one) => (one.deadlines[0].day = '02-30')),
    [/^\/deadlines\/0\/day: 02-30 ist kein Tag/],
  )
  t.match(
    problemsOf((one) => (one.deadlines[0].level = 'kreis')),
    [/^\/deadlines\/0\/level: Zu den Zahlen von 2022 übergibt „empfaenger“/],
  )
  t.match(
    problemsOf((one) => (one.deadlines[0].since = 2024)).join('\n'),
    /deadlines\/1\/since: Das Jahr 2024 steht nicht hinter 2024/,
  )
  t.match(
    problemsOf((one) => (one.figures[1] = { level: 'person', variable: 'ereicht', up: 'once' })).join('\n'),
    /„ereicht“ gibt es in „kennzahlen“ nicht. Meinen Sie „erreicht“/,
  )
  t.match(
    problemsOf((one) => one.figures.pop()),
    [/^\/figures: Wie „zuwendung“ aus „kennzahlen-traeger“ nach oben geht/, /^\/handOver\/22: „zuwendung“ ist keine/],
  )
  t.match(
    problemsOf((one) => one.handOver.reverse().pop()),
    [/^\/handOver: „erreicht“ wird zusammengezählt und fehlt/],
  )
  t.match(
    problemsOf((one) => one.handOver.push('monate')),
    [/^\/handOver\/23: „monate“ ist keine Zahl, die zusammengezählt wird/],
  )
  t.match(checkWays([{ file: 'weg.json', text: '{' }], surveys).problems, [{ path: '/' }])
})

t.test('persons who belong to several recipients are never added twice', async (t) => {
  t.match(
    problemsOf((one) => {
      for (const figure of one.figures) if (figure.variable === 'beratungen') figure.up = 'sum'
    }),
    [/„beratungen“ zählte mehrfach/],
  )
  t.match(
    problemsOf((one) => {
      for (const figure of one.figures) if (figure.variable === 'vzae') figure.up = 'once'
    }),
    [/„vzae“ kommt nur auf einem Weg nach oben/],
  )
})
