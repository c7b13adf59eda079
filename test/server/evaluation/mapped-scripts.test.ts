import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { scriptsOf } from '../../../server/evaluation/scripts.ts'
import { Forms } from '../../../server/forms/form.ts'
import { figuresOf } from '../../support/comparison-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('mapped-scripts')

const organisation = { waves: ['umfrage-0', 'umfrage-2'], variables: ['organisation'] }
const cases: Record<string, PanelRequest> = {
  mapped: { ...organisation, by: 'regierungsbezirk' },
  turned: { ...organisation, waves: organisation.waves.toReversed(), weights: 'post' },
  bound: { waves: ['umfrage-1', 'umfrage-4'], variables: ['im_kita_hoechst_anteil'], by: 'regierungsbezirk' },
}

async function answeredWorld(world: FreshDatabase): Promise<void> {
  const asked = (await withRegistry(world)).filter((_unit, place) => place % 4 === 0)
  const next = random(17)
  const count = (most: number) => Math.floor(most * next())
  const one = (codes: string[]) => codes[count(codes.length)] as string
  // Some have more persons of whom nothing is known than parents, some say nothing of them, some contradict themselves.
  const parents = (): Answers => {
    const im_kinder6 = count(30)
    const im_kita = next() < 0.1 ? im_kinder6 + 1 : count(im_kinder6 + 1)
    return { im_kinder6, im_kita, ...(next() < 0.1 ? {} : { im_kita_unbekannt: count(20) }) }
  }
  await addWave(world, 'umfrage-0', asked, () => ({ zustaendig: one(['kommune', 'landkreis', 'traeger', 'andere']) }))
  await addWave(world, 'umfrage-2', asked, () =>
    next() < 0.1
      ? undefined
      : { organisation: one(['kommune', 'traeger', 'landratsamt', 'landratsamt_traeger', 'sonstiges']) },
  )
  await addWave(world, 'umfrage-1', asked, parents)
  await addWave(world, 'umfrage-4', asked, parents)
}

t.test('scripts bring answers together as the concordance says, and bound as the formula does', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await answeredWorld(world)
  const folder = t.testdir({})
  await exportWaves(world, ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-4'], folder)
  for (const [name, request] of Object.entries(cases)) {
    const answer = await comparePanel(world, new Forms(), request)
    const [step] = answer.compared.variables[0]?.steps ?? []
    const [script, stata] = scriptsOf(answer)
    if (step === undefined || script === undefined || stata === undefined) return t.fail('a comparison has its scripts')
    await t.test(name, async (t) => kept.hold(t, name, { script, ours: figuresOf(step), folder }))
    t.strictSame(objections(stata.text, columnsIn(folder)), [], `${name}: the script in Stata can be read`)
    if (name !== 'mapped') continue
    const [, place = ''] = stata.text.match(/^label define antworten (\d) "landkreis", add$/m) ?? []
    t.match(stata.text, `\nreplace wert_nachher = ${place} if organisation == "landratsamt"\n`)
    t.match(script.text, /^# .*Ohne Entsprechung und daher nicht verglichen: umfrage-2 „/m)
    t.match(answer.provenance.variables[0]?.mappings, [/^umfrage-0 → umfrage-2: Gemeinsame Antworten: /])
    t.ok(step.total.result?.missing.after.nicht_zuordenbar)
  }
  t.test('what R said is kept', async () => kept.renew())
})
