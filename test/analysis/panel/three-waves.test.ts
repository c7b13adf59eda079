import t from 'tap'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { comparabilityOf } from '../../../analysis/panel/comparability.ts'
import { findVariable, type PanelSurvey } from '../../../analysis/panel/variable.ts'
import { waveValues } from '../../../analysis/panel/wave-values.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { loadDerived } from '../../../surveys/derived/load-derived.ts'
import { published } from '../../support/published.ts'

const concordances = await loadConcordances()
const declared = await loadDerived()
const continues = (before: Instrument, after: Instrument) => continuedVariables(concordances, before, after)
const ids = ['umfrage-1', 'umfrage-2', 'umfrage-4', 'folgewelle']
const surveys = await Promise.all(
  ids.map(async (wave): Promise<PanelSurvey> => ({ wave, instrument: await published(wave) })),
)
const surveyOf = (id: string) => surveys.find(({ wave }) => wave === id) as PanelSurvey

/** How a variable is said to compare between two waves, all four being there. */
function between(name: string, from: string, to: string) {
  const found = findVariable(name, surveys, declared, continues)
  if ('problem' in found) throw new Error(found.problem)
  return comparabilityOf(found, surveyOf(from), surveyOf(to), continues)
}

t.test('what came back after a gap compares with the wave that asked it, and with no other', async (t) => {
  for (const name of ['im_schule', 'im_schule_anteil', 'im_erfahrung_keine_anteil']) {
    t.match(between(name, 'umfrage-1', 'folgewelle'), { status: 'same' }, name)
    t.match(between(name, 'umfrage-4', 'folgewelle'), { status: 'new' }, name)
    t.match(between(name, 'umfrage-1', 'umfrage-4'), { status: 'dropped' }, name)
  }
})

t.test('a base that changed twice is told with both changes', async (t) => {
  t.match(between('im_privat_anteil', 'umfrage-1', 'umfrage-4'), { status: 'changedBase', why: /^2018 nennt[^2]*2020/ })
  t.match(between('im_privat_anteil', 'umfrage-4', 'folgewelle'), { status: 'changedBase', why: /^2020 sollten/ })
  t.match(between('im_privat_anteil', 'umfrage-1', 'folgewelle'), { status: 'changedBase', why: /^2018.*2020 sollten/ })
})

t.test('a list that got more compares item by item, but for what counts others now', async (t) => {
  t.match(between('zp_duldung_anteil', 'umfrage-1', 'folgewelle'), { status: 'reworded', why: /eigene Zeilen/ })
  t.match(between('zp_ukraine_anteil', 'umfrage-4', 'folgewelle'), { status: 'new' })
  t.match(between('zp_herkunft_europa', 'umfrage-4', 'folgewelle'), {
    status: 'new',
    why: /nicht gefragt\. Unter dieser Bezeichnung zählt die spätere Umfrage andere/,
  })
})

t.test('a share of a list is one of the list as it was in each wave', async (t) => {
  const found = findVariable('zp_syrien_anteil', surveys, declared, continues)
  if ('problem' in found) throw new Error(found.problem)
  const items = (wave: string) => {
    const base = (found.asked.get(wave)?.derived ?? found.derived)?.base.plus ?? []
    return [base.length, base.includes('zp_herkunft_europa'), base.includes('zp_herkunft_ukraine')]
  }
  t.strictSame(['umfrage-1', 'umfrage-4', 'folgewelle'].map(items), [
    [12, true, false],
    [12, true, false],
    [13, true, true],
  ])
  t.equal(found.asked.has('umfrage-2'), false)
  const numbers = (wave: string, counts: Record<string, number>) => {
    const names = [...(found.asked.get(wave)?.variables.keys() ?? [])]
    return { wave, units: ['a'], columns: new Map(names.map((name) => [name, { numbers: [counts[name] ?? 0] }])) }
  }
  const then = numbers('umfrage-4', { zp_herkunft_syrien: 30, zp_herkunft_europa: 30 })
  const now = numbers('folgewelle', { zp_herkunft_syrien: 30, zp_herkunft_europa: 10, zp_herkunft_ukraine: 60 })
  const panel = buildPanel(['a'], [then, now], [...new Set([...then.columns.keys(), ...now.columns.keys()])])
  const share = (wave: string) => waveValues(found, panel, wave).result.values[0]
  t.strictSame([share('umfrage-4'), share('folgewelle')], [50, 30])
  for (const [from, to] of [
    ['umfrage-4', 'folgewelle'],
    ['folgewelle', 'umfrage-4'],
  ] as const)
    t.equal(between('zp_syrien_anteil', from, to).status, 'reworded', 'not worse for the item that counts others')
})

t.test('a choice with other answers compares those that mean the same, also with another panel', async (t) => {
  t.match(between('organisation', 'umfrage-2', 'folgewelle'), {
    status: 'reworded',
    why: /Verglichen werden gemeinsame Antworten/,
    mapping: Object,
  })
})
