import { spawnSync } from 'node:child_process'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { attritionScripts } from '../../../server/evaluation/attrition-scripts.ts'
import { comparePanel } from '../../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { descriptionScripts, type Script, scriptsOf } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { whoIsMissing } from '../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { hasR } from '../../support/kept-scripts.ts'
import { addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'

const waves = ['umfrage-1', 'umfrage-4'] as const

async function everyScript(world: FreshDatabase): Promise<Record<string, Script[]>> {
  const forms = new Forms()
  const survey = (await loadSurveys(world.db, forms)).find(({ wave }) => wave === 'umfrage-1')
  const question = survey?.instrument.questions.get('zp_gesamt')
  if (survey === undefined || question === undefined) throw new Error('zp_gesamt is missing')
  const compare = (variable: string) => comparePanel(world, forms, { waves, variables: [variable] })
  const described = await describeQuestion(world, { survey, question, by: '', filters: [] })
  return {
    number: scriptsOf(await compare('zp_gesamt')),
    choice: scriptsOf(await compare('zg_gruppe_duldung')),
    question: descriptionScripts(question, survey, described),
    missing: attritionScripts(await whoIsMissing(world, forms, { waves })),
  }
}

t.test('a script stops at a file of another state, or with other values', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const units = (await withRegistry(world)).slice(0, 120)
  await addWave(world, 'umfrage-1', units, (_unit, place) => ({ zp_gesamt: 10 + place, zg_gruppe_duldung: true }))
  const state = await addWave(world, 'umfrage-4', units, (_unit, place) =>
    place % 3 === 0 ? undefined : { zp_gesamt: 12 + place, [place % 2 === 0 ? 'zg_gruppe_duldung' : 'zg_keine']: true },
  )
  const scripts = await everyScript(world)
  // The very same answers to other questions: no count of rows betrays that a figure has changed.
  await correct(world, 'umfrage-1', units[0] ?? '', { zp_gesamt: 5_000 })
  const folder = t.testdir({ own: {}, later: {}, old: {}, nameless: {}, given: {}, short: {} })
  await exportWaves(world, waves, join(folder, 'own'), { state })
  await exportWaves(world, waves, join(folder, 'later'))
  await exportWaves(world, waves, join(folder, 'given'), { state, values: 'collected' })
  for (const wave of waves) {
    await rename(join(folder, 'given', `${wave}-erhoben.csv`), join(folder, 'given', `${wave}.csv`))
    const lines = (await readFile(join(folder, 'own', `${wave}.csv`), 'utf8')).split('\r\n')
    t.match([lines[0], lines[1]], [/,datenstand,werte$/, new RegExp(`,${state},korrigiert$`)])
    const nameless = lines.map((line) => line.replace(/,[^,]*$/, ''))
    await writeFile(join(folder, 'nameless', `${wave}.csv`), nameless.join('\r\n'))
    const old = nameless.map((line) => line.replace(/,[^,]*$/, ''))
    await writeFile(join(folder, 'old', `${wave}.csv`), old.join('\r\n'))
    await writeFile(join(folder, 'short', `${wave}.csv`), lines.toSpliced(1, 1).join('\r\n'))
  }
  const ofValues = {
    nameless: /umfrage-1\.csv nennt nicht, welche Werte es sind; dieses Skript gehört zu: korrigiert\. Bitte/,
    given: /umfrage-1\.csv enthält die Werte: erhoben; dieses Skript gehört zu: korrigiert\. Bitte/,
  }
  const refusals = {
    own: undefined,
    later: new RegExp(
      `umfrage-1\\.csv ist vom Datenstand ${state + 1}, dieses Skript gehört zum Datenstand ${state}\\. Bitte`,
    ),
    old: new RegExp(`umfrage-1\\.csv nennt keinen Datenstand; dieses Skript gehört zum Datenstand ${state}\\. Bitte`),
    ...ofValues,
    short: /umfrage-1\.csv hat 119 Antworten statt 120\. Bitte schreiben Sie die Datei mit dem Befehl am Anfang/,
  }
  for (const [name, [r, stata]] of Object.entries(scripts)) {
    t.match(
      r?.text,
      new RegExp(`^#   npx stichtag export umfrage-1 --format csv --stand ${state} --values amended --out \\.$`, 'm'),
    )
    const check = new RegExp(
      `^capture assert datenstand == "${state}" & werte == "korrigiert"\nif _rc != 0 \\| _N != 120 \\{\n.*\n.*\n {4}exit 459$`,
      'm',
    )
    t.match(stata?.text, check, `${name} in Stata`)
    for (const [files, sentence] of hasR ? Object.entries(refusals) : []) {
      // All of them read a file by the same lines: which values it holds is asked of one.
      if (files in ofValues && name !== 'question') continue
      await writeFile(join(folder, files, 'skript.R'), r?.text ?? '')
      const run = spawnSync('Rscript', ['skript.R'], { cwd: join(folder, files), encoding: 'utf8' })
      t.equal(run.status, sentence === undefined ? 0 : 1, `${name}, ${files}: ${run.stderr}`)
      if (sentence === undefined) continue
      t.match(run.stderr.replaceAll(/\s+/g, ' '), sentence, `${name}, ${files}`)
      t.equal(run.stdout, '', 'no figure is printed')
    }
  }
})
