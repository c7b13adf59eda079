import { spawnSync } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { listLogEntries } from '../../../server/store/log-entries.ts'
import { setScope } from '../../../server/store/scopes.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('who has answered, and what is noted, from the command line', async (t) => {
  const test = await testApp(t)
  const folder = t.testdir({})
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
  const run = (...args: string[]) => stichtag(args, env, folder)
  const { id } = await staffAccount(test, 'feldbuero', 'k.meier')
  const respondent = await test.login('KM')
  await respondent.get(`${respondent.home}/abschnitt/zielgruppe`)
  await respondent.autosave('zielgruppe', { zp_gesamt: '120' })

  const listed = await run('wave', 'participants', 'umfrage-1')
  t.equal(listed.code, 0, listed.stderr)
  t.match(
    listed.stdout,
    /117019 Eislingen\/Fils: begonnen, \d+ von \d+ Feldern\n117026 Göppingen: nicht angeschrieben\n/,
  )
  t.match((await run('wave', 'participants', 'umfrage-1', '--status', 'weg')).stderr, /„weg“ gibt es nicht.*lehnt-ab/)

  const marked = await run(
    'participant',
    'note',
    'umfrage-1',
    '117042',
    '117019',
    '--stand',
    'befreit',
    '--text',
    'zu klein',
    '--als',
    'k.meier',
  )
  t.match(marked.stdout, /Befreit: bei 2 vermerkt/)
  t.match((await run('participant', 'note', 'umfrage-1', '117042', '--text', ' ')).code, 2)
  const stranger = await run('participant', 'note', 'umfrage-1', '117042', '999999', '--text', 'x')
  t.match(stranger, { code: 1, stderr: /nimmt nicht teil: 999999\. Nichts ist geändert/ })
  const json = JSON.parse((await run('wave', 'participants', 'umfrage-1', '--status', 'befreit', '--json')).stdout)
  t.match(json, [{ kennung: '117019' }, { kennung: '117042', zustand: 'befreit', notizen: 1 }])
  const { rows } = await sql<{ text: string; by: number }>`
    select text, account_id as by from contact.field_note order by id`.execute(test.db)
  t.strictSame(rows, [
    { text: 'Befreit: zu klein', by: id },
    { text: 'Befreit: zu klein', by: id },
  ])

  await setScope(test.db, { account: id, parts: [{ kind: 'unit', key: '117026' }] })
  const out = await run('wave', 'participants', 'umfrage-1', '--out', 'liste.csv', '--als', 'k.meier')
  t.match(out.stdout, /1 Teilnehmende stehen in liste\.csv/)
  t.equal((await stat(join(folder, 'liste.csv'))).mode & 0o077, 0)
  const { data } = Papa.parse<Record<string, string>>(await readFile(join(folder, 'liste.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  t.match(data, [{ kennung: '117026' }])
  t.match((await run('wave', 'participants', 'umfrage-1', '--out', 'liste.csv')).stderr, /liste\.csv gibt es schon/)

  const forR = ['wave', 'participants', 'umfrage-1', '--format', 'r', '--out']
  t.match((await run(...forR, 'alle.txt')).stderr, /auf \.csv endet/)
  t.match((await run(...forR, 'alle.csv')).stdout, /3 Teilnehmende stehen in alle\.csv, zu lesen mit alle-lesen\.R/)
  const read = spawnSync(
    'Rscript',
    ['-e', 'source("alle-lesen.R"); cat(nrow(antworten), antworten$kennung, attr(antworten$zustand, "label"))'],
    { cwd: folder, encoding: 'utf8' },
  )
  t.equal(read.stdout, '3 117019 117026 117042 Wo die Teilnahme steht', read.stderr)
  const noted = await listLogEntries(test.db, { actions: ['export'], limit: 10 })
  t.strictSame(
    noted.map(({ detail }) => detail.file),
    ['leseskript', 'teilnehmende', 'teilnehmende'],
    'what was refused is not noted',
  )
  t.strictSame((await readdir(folder)).sort(), ['alle-lesen.R', 'alle.csv', 'liste.csv'])
  t.equal((await run('participant', 'note', 'umfrage-1', '117042', '--text', 'x', '--als', 'k.meier')).code, 1)
})
