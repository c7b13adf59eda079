import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { patternScripts } from '../../../server/evaluation/attrition-scripts.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { patternsOfPanel } from '../../../server/evaluation/patterns-of-panel.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { Forms } from '../../../server/forms/form.ts'
import { figuresOf } from '../../support/comparison-figures.ts'
import { courseFigures, patternFigures } from '../../support/course-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('three-waves')
const waves = ['umfrage-1', 'umfrage-4', 'folgewelle']
const cases: Record<string, Omit<PanelRequest, 'waves'>> = {
  sum: { variables: ['zp_gesamt'] },
  weighted: { variables: ['zp_gesamt'], weights: 'rake' },
  share: { variables: ['im_kurs_jetzt_anteil'], weights: 'post', population: 'prozess' },
  grouped: { variables: ['zp_gesamt'], by: 'groesse' },
  ticked: { variables: ['zg_gruppe_duldung'], weights: 'ipw' },
}

/** Whoever is large answers more often; planted: 100, then 80, then 90 Zielpersonen in the mean of those who were there each time. */
async function answeredWorld(world: FreshDatabase): Promise<void> {
  const units = (await withRegistry(world)).filter((_unit, place) => place % 3 === 0)
  const next = random(31)
  const levels = new Map(units.map((unit) => [unit, 80 + Math.round(40 * next())]))
  for (const [at, wave] of waves.entries()) {
    const share = [0.85, 0.7, 0.6][at] as number
    const factor = [1, 0.8, 0.9][at] as number
    await addWave(world, wave, units, (unit): Answers | undefined => {
      if (next() > share - (unit.startsWith('3') ? 0.2 : 0)) return undefined
      const all = Math.round(factor * (levels.get(unit) as number)) + Math.round(4 * next())
      return {
        ...{ zp_gesamt: all, im_plan: all, im_kurs_jetzt: Math.floor(all * next()), im_kurs_jetzt_unbekannt: 0 },
        [next() < 0.3 + 0.2 * at ? 'zg_gruppe_duldung' : 'zg_gruppe_erlaubnis']: true,
      }
    })
  }
}

t.test('three waves: R says the same from the exported files', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await answeredWorld(world)
  const folder = t.testdir({})
  await exportWaves(world, waves, folder)
  for (const [name, request] of Object.entries(cases))
    t.test(name, async (t) => {
      const answer = await comparePanel(world, new Forms(), { waves, ...request, options: { replicates: 0 } })
      const [one] = answer.compared.variables
      const scripts = scriptsOf(answer)
      const script = (ending: string) => scripts.find((own) => own.name.endsWith(ending))
      const course = script('.verlauf.R')
      if (one?.course === undefined || course === undefined) return t.fail('there is a course with its script')
      const stata = script('.verlauf.do')?.text ?? ''
      t.match(stata, name === 'ticked' ? /tabulate wert_welle_3 if in_jeder/ : /tabstat wert_welle_3 if in_jeder/)
      t.strictSame(objections(stata, columnsIn(folder)), [], 'the script in Stata can be read')
      await kept.hold(t, `${name}-verlauf`, { script: course, ours: courseFigures(one.course), folder })
      if (name !== 'ticked') return
      // One that is not the widest: it has weights of its own.
      for (const step of one.steps.filter(({ from }) => from === 'umfrage-4')) {
        const own = script(`-${step.from}-${step.to}.R`)
        if (own === undefined) return t.fail('each pair has its script')
        await kept.hold(t, `${name}-${step.from}-${step.to}`, { script: own, ours: figuresOf(step), folder })
      }
    })
  t.test('who answered which', async (t) => {
    const answer = await patternsOfPanel(world, new Forms(), { waves })
    const [script, stata] = patternScripts(answer)
    if (script === undefined || stata === undefined) return t.fail('there are scripts')
    t.strictSame(objections(stata.text, columnsIn(folder)), [], 'the script in Stata can be read')
    await kept.hold(t, 'muster', { script, ours: patternFigures(answer.patterns), folder })
    t.strictSame(
      answer.weights.map(({ name, sets }) => [name, sets.length]),
      [
        ['post', 7],
        ['rake', 7],
        ['ipw', 7],
      ],
      'each way to weight has weights for each wave, each two and all',
    )
  })
  t.test('planted levels, changes and triples are found again', async (t) => {
    const { compared } = await comparePanel(world, new Forms(), { waves, variables: ['zp_gesamt'] })
    const [one] = compared.variables
    const balanced =
      one?.course?.points.map(({ balanced: own }) => (own?.kind === 'number' ? Number(own.level.mean) : 0)) ?? []
    const [first = 0, second = 0, third = 0] = balanced
    t.ok(Math.abs(second / first - 0.8) < 0.02 && Math.abs(third / first - 0.9) < 0.02, balanced.join(' '))
    const changes = one?.steps.map(({ total: { result } }) =>
      result?.kind === 'number' && 'change' in result.change ? Math.round(result.change.change) : undefined,
    )
    t.strictSame(changes, [-20, -10, 10])
  })
  t.test('what R said is kept', async () => kept.renew())
})
