import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { Forms } from '../../../server/forms/form.ts'
import { figuresOf } from '../../support/comparison-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('scripts')

const reader = { account: undefined, seesAnswers: true }
const cases: Record<string, PanelRequest> = {
  sum: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], by: 'groesse' },
  share: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_duldung_anteil'], by: 'kreis', weights: 'einwohner' },
  known: { waves: ['umfrage-1', 'umfrage-4'], variables: ['im_kurs_jetzt_anteil'], options: { seed: 5, level: 0.9 } },
  few: { waves: ['umfrage-1', 'umfrage-4'], variables: ['im_kinder18'], filters: ['kreis=117'] },
  ticked: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zg_gruppe_duldung'], by: 'regierungsbezirk' },
  official: { waves: ['umfrage-1', 'umfrage-4'], variables: ['einwohner'], by: 'im_start' },
  process: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], by: 'groesse', population: 'prozess' },
  clusters: {
    ...{ waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_duldung_anteil'], by: 'regierungsbezirk' },
    population: 'prozess-kreis',
  },
  crossed: {
    ...{ waves: ['umfrage-1', 'umfrage-4'], variables: ['zg_gruppe_duldung'], by: 'umfrage-4:zg_gruppe_erlaubnis' },
    ...{ population: 'prozess-kreis', weights: 'rake' },
  },
  moved: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], weights: 'rake', reader },
  movedInCells: {
    ...{ waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_duldung_anteil'], weights: 'post', reader },
    population: 'prozess',
  },
  movedByFew: { waves: ['umfrage-1', 'umfrage-4'], variables: ['im_kinder18'], weights: 'einwohner', reader },
  likely: { waves: ['umfrage-1', 'umfrage-4'], variables: ['zg_gruppe_duldung'], weights: 'ipw' },
  likelyInSteps: {
    ...{ waves: ['umfrage-1', 'umfrage-4'], variables: ['zg_gruppe_duldung'], weights: 'stufen' },
    options: { seed: 9 },
  },
  renamed: { waves: ['umfrage-0', 'umfrage-2'], variables: ['organisation'], by: 'umfrage-4:zg_gruppe_duldung' },
}

async function answeredWorld(world: FreshDatabase): Promise<void> {
  const all = await withRegistry(world)
  await loadSeries(world)
  const units = [...all.filter((unit) => unit.startsWith('117')), ...all.filter((_unit, place) => place % 9 === 0)]
  const asked = [...new Set(units)].sort()
  const next = random(11)
  const count = (most: number) => Math.floor(most * next())
  const lage = (): Answers | undefined => {
    if (next() < 0.2) return undefined
    const plan = 5 + count(60)
    const answers: Answers = {
      zp_gesamt: plan + count(200),
      zp_status_duldung: count(40),
      zp_status_erlaubnis: count(90),
      im_plan: plan,
      im_kurs_jetzt: count(plan),
      im_kurs_jetzt_unbekannt: count(5),
      im_kinder18: count(7),
      [next() < 0.5 ? 'zg_gruppe_duldung' : 'zg_gruppe_erlaubnis']: true,
    }
    for (const code of ['kontingent', 'gestattung', 'ohne', 'nicht_eu', 'eu', 'andere'])
      answers[`zp_status_${code}`] = count(6)
    if (next() < 0.1) delete answers.zp_status_eu
    return answers
  }
  const one = (codes: string[]) => codes[count(codes.length)] as string
  await addWave(world, 'umfrage-0', asked, () =>
    next() < 0.1 ? undefined : { zustaendig: one(['kommune', 'landkreis', 'traeger', 'andere']) },
  )
  await addWave(world, 'umfrage-1', asked, lage)
  await addWave(world, 'umfrage-2', asked, () => ({
    organisation: one(['kommune', 'traeger', 'landratsamt', 'sonstiges']),
  }))
  await addWave(world, 'umfrage-4', asked, lage)
}

t.test('scripts in R compute the same figures from the exported files', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await answeredWorld(world)
  const answers = new Map(
    await Promise.all(
      Object.entries(cases).map(
        async ([name, request]) => [name, await comparePanel(world, new Forms(), request)] as const,
      ),
    ),
  )
  // What is submitted later changes neither the figures of the snapshot nor the files of it.
  const stand = answers.get('sum')?.provenance.snapshot.state ?? 0
  await correct(world, 'umfrage-4', '117019', { zp_gesamt: 1_000_000 })
  const folder = t.testdir({})
  await exportWaves(world, ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-4'], folder, { state: stand })

  for (const [name, answer] of answers) {
    t.test(name, async (t) => {
      const [step] = answer.compared.variables[0]?.steps ?? []
      const [script, stata] = scriptsOf(answer)
      if (step === undefined || script === undefined || stata === undefined)
        return t.fail('a comparison has its scripts')
      t.match([script.name, stata.name], [/\.R$/, /\.do$/])
      const ours = figuresOf(step)
      t.ok(Object.keys(ours).length > (answer.grouping === undefined ? 0 : 2), 'there is something to compare')
      await kept.hold(t, name, { script, ours, folder })
      t.strictSame(objections(stata.text, columnsIn(folder)), [], 'the script in Stata can be read')
    })
  }
  t.test('what R said is kept', async () => kept.renew())
})
