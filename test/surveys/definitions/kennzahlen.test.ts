import t from 'tap'
import { planWave } from '../../../server/waves/wave-plan.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { published } from '../../support/published.ts'

const persons = await published('kennzahlen')
const recipients = await published('kennzahlen-traeger')

t.test('the three figures that are known are asked for; how they split is assumed, and said to be', async (t) => {
  t.equal(persons.unit, 'integrationsmanager')
  for (const name of ['erreicht', 'beratungen', 'plaene']) t.equal(persons.variable.get(name)?.type, 'count', name)
  const assumed = persons.assumed.join(' ')
  for (const about of [/nach Geschlecht und Alter/, /nach Ort/, /nach Stand/, /28\.02\.2025/]) t.match(assumed, about)
  t.match(recipients.assumed.join(' '), /Alle Fragen, Antworten und Nummern sind angenommen/)
})

t.test('the figures of a period are those of the year of the Stichtag, whichever a wave has', async (t) => {
  t.strictSame(persons.period, { from: '2024-01-01', to: '2024-12-31' })
  const later = await loadInstrument('kennzahlen', undefined, { stichtag: '2025-12-31', frist: '2026-02-28' })
  t.strictSame(later?.period, { from: '2025-01-01', to: '2025-12-31' })
  t.match(later?.introduction[0], /vom 01\.01\.2025 bis 31\.12\.2025/)
  t.match(later?.questions.get('beratungen')?.title, /vom 01\.01\.2025 bis 31\.12\.2025/)
  t.match(later?.preparation?.sources[1]?.asOf, /01\.01\.2025 bis 31\.12\.2025/)
})

t.test('a wave asks all recipients of the Stichtag, or of them a list', async (t) => {
  const empfaenger = new Map(['117000', '117019', '117042'].map((key) => [key, `Stelle ${key}`]))
  const known = {
    register: { gemeinden: new Map(), kreise: new Map(), verbuende: new Map(), empfaenger },
    unitsOn: async (kind: string, day: string | null) =>
      kind === 'zuwendungsempfaenger' && day === '2024-12-31' ? ['117000', '117019'] : [],
  }
  const plan = (wishes: object) => planWave('kennzahlen-traeger', wishes, known)
  t.strictSame((await plan({})).wave?.participants, ['117000', '117019'])
  t.match((await plan({ stichtag: '2025-12-31', frist: '2026-03-15' })).problems, [
    /kennt am Stichtag keine Zuwendungs/,
  ])
  const list = await plan({ participants: { name: 'liste.csv', text: 'empfaenger\n117019\n117042\n' } })
  t.strictSame(list.problems, ['liste.csv: 117042 war am Stichtag kein Zuwendungsempfänger.'])
})
