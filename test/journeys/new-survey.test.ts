import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Papa from 'papaparse'
import t from 'tap'
import type * as CommandLine from '../../server/boot/cli.ts'
import { projectRoot } from '../../server/project-root.ts'
import { compile } from '../../surveys/compile/compile.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { theBrowser } from '../support/browser.ts'
import { type Child, startChild, stichtag } from '../support/child.ts'
import { fillForm } from '../support/fill-form.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { stepsOf } from '../support/guide.ts'
import { kiel, operatorFile } from '../support/operators.ts'
import { enter } from '../support/site.ts'

const guide = await readFile(join(projectRoot, 'surveys', 'README.md'), 'utf8')
const definition = /```json\n(.*?)```/s.exec(guide)?.[1] ?? ''
const answers = {
  kommune: 'Eislingen',
  ansprechperson_name: 'Ö. Beispiel',
  plaetze: '12',
  plaetze_alter_neu: '3',
  plaetze_alter_mittel: '4',
  plaetze_alter_alt: '5',
  plaetze_alter_unbekannt: '0',
  stellen: '1,5',
  zeit_kontrolle: '40',
  zeit_reinigung: '60',
  traeger: 'bauhof',
  maengel_holz: '1',
  zufriedenheit_zahl: 'etwas',
  zufriedenheit_zustand: 'sehr',
}
/** What the guide leaves to those who follow it: here one Kommune is asked about days that are past, and has all the time there is. */
const asked: Readonly<Record<string, string>> = {
  'wave create spielplaetze': '--stichtag 2025-10-31',
  'wave create spielplaetze-2028': '--stichtag 2026-10-31',
}

t.test(
  'whoever follows the guide asks a survey of their own, and a year later again, without touching code',
  async (t) => {
    const clone = t.testdir({ 'kommunen.csv': 'gkz;name\n117019;Eislingen\n' })
    for (const part of [
      'server',
      'surveys',
      'schemas',
      'views',
      'analysis',
      'migrations',
      'package.json',
      'tsconfig.json',
    ]) {
      await cp(join(projectRoot, part), join(clone, part), { recursive: true })
    }
    await symlink(join(projectRoot, 'node_modules'), join(clone, 'node_modules'))
    await writeFile(join(clone, 'surveys', 'definitions', 'spielplaetze.v1.json'), definition)

    const { runCommandLine }: typeof CommandLine = await import(pathToFileURL(join(clone, 'server/boot/cli.ts')).href)
    const { url } = await freshDatabase(t)
    const env = {
      DATABASE_URL: url,
      STICHTAG_SECRET: 'x'.repeat(40),
      STICHTAG_OPERATOR: operatorFile(kiel),
      STICHTAG_TWO_ACCOUNTS: 'off',
      PORT: '0',
    }
    let server: Child | undefined
    const end = async () => {
      server?.process.kill('SIGTERM')
      await server?.ended
    }
    t.teardown(end)

    const told = new Map<string, string>()
    for (const step of stepsOf(guide)) {
      if ('file' in step) {
        const file = join(clone, step.file)
        const parts = (await readFile(file, 'utf8')).split(step.from)
        t.equal(parts.length, 2, `${step.file} has once: ${step.from}`)
        await writeFile(file, parts.join(step.to))
        continue
      }
      const line = step.line.replace('npx stichtag ', '')
      if (line === 'serve') {
        await end()
        server = startChild(['server/stichtag.js', 'serve'], env, clone)
        const base = /http:\S+/.exec(await server.line(/^Stichtag läuft/))?.[0] ?? ''
        await answer(base, told.has('survey new --from spielplaetze --id spielplaetze-2028'))
        continue
      }
      const dates = asked[line] === undefined ? '' : ` ${asked[line]} --frist 2999-12-31 --teilnehmende kommunen.csv`
      const { code, stdout, stderr } = await stichtag(`${line}${dates}`.split(' '), env, clone, runCommandLine)
      t.equal(code, step.refuses ? 1 : 0, `${line}: ${stderr}`)
      told.set(step.refuses ? `${line}, refused` : line, stdout + stderr)
    }

    t.match(told.get('survey check'), /spielplaetze-2028\.v1\.json: 11 Fragen.*\nspielplaetze\.v1\.json: 10 Fragen/s)
    const refused = told.get('survey check, refused')
    for (const question of [/„traeger“ steht als „same“/, /„wasser“ \(F9\) aus spielplaetze-2028 kommt nicht vor/])
      t.match(refused, question)
    t.match(
      told.get('survey diff spielplaetze spielplaetze-2028'),
      /F8 +F8 +umformuliert.*\n9 gleich, 1 umf.* 1 neu, 0 ent/s,
    )
    t.match(told.get('panel variables spielplaetze spielplaetze-2028'), /plaetze/)

    const [row] = Papa.parse<Record<string, string>>(await readFile(join(clone, 'daten', 'spielplaetze.csv'), 'utf8'), {
      header: true,
    }).data
    t.match(row, {
      gkz: '117019',
      plaetze: '12',
      plaetze_alter_alt: '5',
      plaetze_alter_unbekannt: '0',
      stellen: '1.5',
      zeit_kontrolle: '40',
      traeger: 'bauhof',
      maengel_holz: '1',
      maengel_rost: '0',
      zufriedenheit_zahl: 'etwas',
    })

    async function answer(base: string, again: boolean): Promise<void> {
      const [codes, id] = again ? ['codes-2028.csv', 'spielplaetze-2028'] : ['codes.csv', 'spielplaetze']
      const [letter] = Papa.parse<Record<string, string>>(await readFile(join(clone, codes), 'utf8'), {
        header: true,
        skipEmptyLines: true,
      }).data
      const text = await readFile(join(clone, 'surveys', 'definitions', `${id}.v1.json`), 'utf8')
      const own = again
        ? { ...answers, plaetze: '13', plaetze_alter_neu: '4', traeger: 'verein', wasser: '2' }
        : answers
      const last = await inBrowser(base, letter?.zugangscode ?? '', compile(JSON.parse(text)), own)
      t.equal(/12/.test(last), again, `beside the field stands what was answered: ${last}`)
    }

    /** Answers everything; gives what stood beside the field of the first number before. */
    async function inBrowser(base: string, code: string, instrument: Instrument, own: Record<string, string>) {
      const context = await (await theBrowser()).newContext({ baseURL: base, locale: 'de-DE' })
      try {
        const page = await context.newPage()
        await page.goto('/zugang')
        await enter(page, code, 'KM')
        await page.getByRole('link', { name: instrument.sections[1]?.title ?? '' }).click()
        const beside = await page.locator('main').innerText()
        await page.goBack()
        await page.getByRole('link', { name: instrument.sections[0]?.title ?? '' }).click()
        await fillForm(page, instrument, own)
        await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
        await page.waitForURL(/\/quittung\/Q-/)
        return beside
      } finally {
        await context.close()
      }
    }
  },
)
