import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { isTold } from '../../../analysis/disclosure/hidden.ts'
import { methods } from '../../../analysis/imputation/method.ts'
import { random } from '../../../analysis/stats/random.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { descriptionScripts } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { testApp } from '../../support/app.ts'
import type { Figures } from '../../support/comparison-figures.ts'
import { readTable } from '../../support/kept-scripts.ts'
import { type Answers, addWave, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { agrees } from '../../support/reference.ts'
import { runCommand } from '../../support/run-command.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

const status = ['kontingent', 'gestattung', 'erlaubnis', 'duldung', 'ohne', 'nicht_eu', 'eu', 'andere', 'unbekannt']

/** The ratio to the inhabitants of each size class, as R alone would make it from the exported files. */
const ratiosInR = `x <- read.csv("umfrage-4.csv", na.strings = "", colClasses = "character")
e <- read.csv("umfrage-4-ergaenzt.csv", na.strings = "", colClasses = "character")
u <- read.csv("umfrage-4-umfeld.csv", na.strings = "", colClasses = "character")
stopifnot(identical(x$gkz, u$gkz))
y <- as.numeric(x$zp_gesamt); people <- as.numeric(u$reg_einwohner); last <- as.numeric(u$vw_zp_gesamt)
class <- cut(people, c(0, 2, 5, 10, 20, 50, 100, Inf) * 1000, right = FALSE)
estimate <- function(beside) {
  ok <- !is.na(y) & !is.na(beside)
  in_class <- ave(as.numeric(ok), class, FUN = sum) >= 3
  of_class <- ave(ifelse(ok, y, 0), class, FUN = sum) / ave(ifelse(ok, beside, 0), class, FUN = sum)
  beside * ifelse(in_class, of_class, sum(y[ok]) / sum(beside[ok]))
}
put <- e[e$variable == "zp_gesamt" & e$verfahren != "deduktiv", ]
own <- ifelse(put$verfahren == "vorwelle", estimate(last)[match(put$gkz, x$gkz)], estimate(people)[match(put$gkz, x$gkz)])
stopifnot(all(is.na(y[match(put$gkz, x$gkz)])))
cat(nrow(put), sum(put$verfahren == "vorwelle"), max(abs(own / as.numeric(put$wert) - 1)) < 1e-9)
`

t.test('missing numbers are put in beside what was given: on the page, in files and in R', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).filter((_unit, place) => place % 6 === 0)
  const next = random(7)
  const count = (most: number) => Math.floor(most * next())
  await addWave(test, 'umfrage-1', units, () => (next() < 0.6 ? { zp_gesamt: 10 + count(200) } : undefined))
  await addWave(test, 'umfrage-4', units, (): Answers | undefined => {
    if (next() < 0.1) return undefined
    const parts = status.map((code): [string, number] => [`zp_status_${code}`, count(40)])
    const total = parts.reduce((sum, [, value]) => sum + value, 0)
    const kept = parts.filter(() => next() < 0.95)
    const known = next() < 0.3
    return { ...Object.fromEntries(next() < 0.5 ? kept : kept.slice(2)), ...(known ? { zp_gesamt: total } : {}) }
  })
  const survey = (await loadSurveys(test.db, new Forms())).find(({ wave }) => wave === 'umfrage-4')
  const question = (id: string) => survey?.instrument.questions.get(id)
  const folder = t.testdir({})
  await exportWaves(test, ['umfrage-4'], folder)
  await runCommand(
    'export',
    { positionals: ['umfrage-4'], values: { format: 'csv', out: folder, ergaenzt: 'alle' } },
    test.url,
  )

  for (const id of ['zp_gesamt', 'zp_status'])
    await t.test(`the script of ${id} says the same as the page`, async (t) => {
      const asked = question(id)
      if (survey === undefined || asked === undefined) return t.fail('the question is asked')
      const description = await describeQuestion(test, { survey, question: asked, by: 'groesse', filters: [], methods })
      const ours: Record<string, Figures> = {}
      for (const { name, total, groups } of description.completed?.described ?? []) {
        const own = description.described.find(({ variable }) => variable.name === name)?.groups ?? []
        for (const [place, level] of [total, ...groups].entries()) {
          if (!isTold(level)) continue
          const group = place === 0 ? 'insgesamt' : (own[place - 1]?.code ?? '')
          ours[group] = {
            ...ours[group],
            [`ergaenzt_${name}`]: level.imputed,
            [`summe_mit_${name}`]: level.sum.completed,
            [`mittel_mit_${name}`]: level.mean.completed as number,
            [`ergaenzt_prozent_${name}`]: level.shareOfUnits as number,
            [`summe_ergaenzt_prozent_${name}`]: level.shareOfTotal as number,
          }
        }
      }
      t.ok((ours.insgesamt?.[`ergaenzt_${asked.variables[0]?.name}`] ?? 0) > 2, 'something was put in')
      const [script] = descriptionScripts(asked, survey, description)
      await writeFile(join(folder, `${id}.R`), script?.text ?? '')
      const run = spawnSync('Rscript', [`${id}.R`], { cwd: folder, encoding: 'utf8' })
      t.equal(run.status, 0, run.stderr)
      const said = Object.entries(readTable(run.stdout)).flatMap(([group, figures]): [string, Figures][] => {
        const own = Object.entries(figures).filter(([name]) => /ergaenzt|_mit_/.test(name))
        return own.length === 0 ? [] : [[group, Object.fromEntries(own)]]
      })
      agrees(t, Object.fromEntries(said), ours, 'R puts in the same', 9)
    })

  await t.test('R makes the same ratios from the exported files', async (t) => {
    await writeFile(join(folder, 'ratios.R'), ratiosInR)
    const { stdout, stderr } = spawnSync('Rscript', ['ratios.R'], { cwd: folder, encoding: 'utf8' })
    t.match(stdout, /^\d{2,} \d{2,} TRUE$/, stderr)
  })

  await t.test('the page shows both beside each other, and no change takes them', async (t) => {
    const researcher = await signIn(test, await staffAccount(test, 'forschung'))
    const path = '/intern/auswertung/umfrage-4/zp_gesamt?nach=keine&werte=ergaenzt'
    const page = await researcher.get(path)
    t.match(page.words, /Mit ergänzten Werten Was leer blieb oder nicht vorlag, ist hier ergänzt: folgt aus/)
    t.match(page.words, /Ergänzt durch/)
    t.match(page.text, /werte=ergaenzt/, 'the permanent address keeps it')
    t.notMatch((await researcher.get(path.replace('ergaenzt', 'korrigiert'))).words, /ergänzten Werten/)
    t.equal((await researcher.get(`${path}&verfahren=raten`)).status, 400)
    t.equal((await researcher.get(`${path}&verfahren=vorwelle`)).status, 400, 'what follows comes first')
    const change = await researcher.get(
      '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt&werte=ergaenzt',
    )
    t.match([change.status, change.words], [400, /In eine Veränderung gehen sie nicht ein/])
  })
})
