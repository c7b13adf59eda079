import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { attritionScripts, madeWeights } from '../../../server/evaluation/attrition-scripts.ts'
import { whoIsMissing } from '../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { attritionFigures } from '../../support/attrition-figures.ts'
import type { Figures } from '../../support/comparison-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { hasR, KeptScripts } from '../../support/kept-scripts.ts'
import { addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('attrition-scripts')

const cases = {
  many: ['umfrage-1', 'umfrage-4'],
  few: ['umfrage-0', 'umfrage-2'],
} as const

/** One pair of waves that asks most Kommunen, not all of them twice, and one that asks 90, of whom two do not answer at first. */
async function answeredWorld(world: FreshDatabase): Promise<void> {
  const all = await withRegistry(world)
  const next = random(23)
  const often = (share: number) => (unit: string) =>
    next() < share - (unit.startsWith('3') ? 0.3 : 0) ? { zp_gesamt: 1 } : undefined
  await addWave(world, 'umfrage-1', all.slice(0, 1_000), often(0.9))
  await addWave(world, 'umfrage-4', all.slice(60), often(0.7))
  const few = all.filter((unit) => /^(117|119|235|237|317)/.test(unit) || unit === '111000').slice(0, 90)
  await addWave(world, 'umfrage-0', few, (_unit, place) =>
    place === 3 || place === 60 ? undefined : { zustaendig: 'kommune' },
  )
  await addWave(world, 'umfrage-2', few.slice(5), (_unit, place) =>
    place % 3 === 0 || next() < 0.2 ? undefined : { organisation: 'kommune' },
  )
}

t.test('scripts in R say who is missing from the exported files', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await answeredWorld(world)
  const answers = await Promise.all(
    Object.entries(cases).map(
      async ([name, waves]) => [name, await whoIsMissing(world, new Forms(), { waves })] as const,
    ),
  )
  const [many, few] = answers.map(([, answer]) => answer)
  if (many === undefined || few === undefined) throw new Error('two cases have two answers')
  const stand = many.provenance.snapshot.state
  const [, second] = many.asked.participation
  const late = many.asked.units.find((_unit, index) => second.asked[index] === 1 && second.answered[index] === 0)
  await correct(world, second.wave, late?.unit ?? '', { zp_gesamt: 2 })
  const folder = t.testdir({})
  await exportWaves(world, Object.values(cases).flat(), folder, { state: stand })

  for (const [name, answer] of answers) {
    t.test(name, async (t) => {
      const [script, stata] = attritionScripts(answer)
      if (script === undefined || stata === undefined) return t.fail('there are scripts')
      t.match([script.name, stata.name], [/\.R$/, /\.do$/])
      const ours = attritionFigures(answer.attrition, madeWeights(answer.weights))
      t.strictSame(objections(stata.text, columnsIn(folder)), [], 'the script in Stata can be read')
      const said = await kept.hold(t, name, { script, ours, folder })
      t.strictSame(namesOf(said), namesOf(ours), 'R says nothing that the page does not show')
    })
  }

  t.test('what the page hides is in no script, nor who answered', async (t) => {
    for (const { text } of attritionScripts(many)) {
      const rows = text.split('\n').filter((line) => /^"?\d{6}"?[ ,]/.test(line))
      t.equal(rows.length, 1_101)
      const stuttgart = rows.find((line) => line.includes('111000')) ?? ''
      t.match(stuttgart, /uebrige/, 'a Kreis of one Kommune is put together with others')
      t.notMatch(stuttgart, /\b111\b/)
      t.notMatch(text, /antwort_\w+ (double|str)/)
    }
    t.equal(few.attrition.covariates[0]?.differences.first, undefined, 'only two did not answer')
    t.equal(few.attrition.rates.second.yes, 'verdeckt', 'how many came and stayed away would follow')
    t.equal(few.attrition.covariates[0]?.differences.second, undefined, 'and from the differences too')
    const characteristics = few.attrition.characteristics.map((one) => ({ ...one, classes: [] }))
    const [r] = attritionScripts({ ...few, attrition: { ...few.attrition, characteristics } })
    t.notMatch(r?.text, /^einheit.*,kreis,/m, 'a characteristic that is not shown is not carried')
  })

  t.test('files of another state are refused with a sentence', async (t) => {
    const [script, stata] = attritionScripts(many)
    t.match(
      stata?.text,
      /umfrage-4\.csv ist nicht vom Datenstand \d+ mit \d+ Antworten \(Werte: korrigiert\)\."\n.*"Bitte schreiben Sie/,
    )
    if (!hasR) return
    const later = t.testdir({})
    await exportWaves(world, cases.many, later)
    await writeFile(join(later, 'skript.R'), script?.text ?? '')
    const run = spawnSync('Rscript', ['skript.R'], { cwd: later, encoding: 'utf8' })
    t.equal(run.status, 1)
    t.match(
      run.stderr,
      /umfrage-1\.csv ist vom Datenstand \d+, dieses Skript gehört zum Datenstand \d+\. Bitte schreiben Sie/,
    )
  })

  t.test('what R said is kept', async () => kept.renew())
})

const namesOf = (groups: Record<string, Figures>) =>
  Object.entries(groups)
    .flatMap(([group, figures]) => Object.keys(figures).map((figure) => `${group} ${figure}`))
    .sort()
