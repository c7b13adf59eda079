import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { importShippedRegistry } from '../../../../server/registry/import-registry.ts'
import { recordImport } from '../../../../server/registry/record-import.ts'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { personsOf2018, printed, printedShares } from '../../../support/persons-of-2018.ts'
import { sendFile } from '../../../support/send-file.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const files = '/intern/verzeichnis/dateien'
const page = '/intern/qualifikation?tag=15.03.2018'
const kreise = readFileSync(new URL('../../../../server/registry/kreise.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, 3))
const gemeinden = readFileSync(new URL('../../../../server/registry/gemeinden.csv', import.meta.url), 'utf8').split(
  '\n',
)
const firstOf = (kreis: string) => gemeinden.find((line) => line.startsWith(kreis))?.slice(0, 6)

const persons = personsOf2018(kreise)
const csv = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`
const before = [
  csv(
    'verbund,name,gkz,gueltig_ab',
    kreise.map((kreis) => `${kreis}000,Kreis ${kreis},${firstOf(kreis)},2018-01-01`),
  ),
  csv(
    'im_nummer,gueltig_ab',
    persons.map(({ im_nummer }) => `${im_nummer},2018-01-01`),
  ),
  csv(
    'empfaenger,art,name,gueltig_ab',
    kreise.map((kreis) => `${kreis}000,kreis,Kreis ${kreis},2018-01-01`),
  ),
  csv(
    'im_nummer,empfaenger,vzae,gueltig_ab',
    persons.map((one) => `${one.im_nummer},${one.empfaenger},1,2018-01-01`),
  ),
]
const qualified = csv(
  'im_nummer;qualifikation;gueltig_ab',
  persons.map(({ im_nummer, answer }) => `${im_nummer};${answer};15.03.2018`),
)

async function world(t: Test) {
  const test = await testApp(t)
  const { db } = test
  await importShippedRegistry(db)
  for (const table of ['participant', 'im_nummer', 'verbund_mitglied', 'verbund'] as const)
    await test.owner.db
      .deleteFrom(table)
      .execute()
      .catch(() => {})
  const folder = t.testdir({})
  for (const content of before) {
    const path = join(folder, 'datei.csv')
    await writeFile(path, content)
    const { problems } = await recordImport(db, { path, file: 'datei.csv', preview: false })
    t.strictSame(problems, [])
  }
  return { ...test, folder }
}

t.test('from a file of persons the page says what was printed of 15 March 2018', async (t) => {
  const test = await world(t)
  const office = await signIn(test, await staffAccount(test, 'feldbuero', 'f.ring'))
  t.match((await office.get(page)).words, /Integrationsmanager\/-innen 416 .*ohne Eintrag 416 \(100,0 %\)/)
  await office.get(files)
  const sent = await sendFile(office, `${files}/hochladen`, qualified)
  const preview = String(sent.headers.location)
  const shown = await office.get(preview)
  t.match(
    shown.words,
    /416 Änderungen stehen an\..*111000-001: Hochschulabschluss im Sozialwesen \(Buchstabe a\), ab 15\.03\.2018/,
  )
  t.match((await office.get(page)).words, /ohne Eintrag 416/, 'a preview keeps nothing')
  const taken = await office.post(preview, { aktion: 'einlesen' })
  t.match(String(taken.headers.location), /eingelesen=\d+/)

  const evaluation = await signIn(test, await staffAccount(test, 'evaluation', 'e.wert'))
  const { words } = await evaluation.get(page)
  t.match(
    words,
    /Integrationsmanager\/-innen 416 .*Buchstabe a 247 \(59,4 %\) .*Buchstabe b 104 \(25,0 %\) .*Buchstabe c 59 \(14,2 %\) .*noch ungeklärt 6 \(1,4 %\)/,
  )
  t.notMatch(words, /ohne Eintrag \d/)
  t.match(words, /Alle 416 247 \(59,4 %\) 104 \(25,0 %\) 59 \(14,2 %\) 6 \(1,4 %\)/)
  t.match(words, /verdeckt/, 'who is one of six in the Land is not told by Kreis')

  const file = await evaluation.get('/intern/qualifikation/datei?tag=15.03.2018&format=csv')
  const rows = Papa.parse<Record<string, string>>(file.text, { header: true, skipEmptyLines: true }).data
  const all = rows.filter(({ kreis }) => kreis === '')
  t.equal(all.find(({ qualifikation }) => qualifikation === 'alle')?.personen, String(printed.persons))
  for (const [answer, share] of Object.entries(printedShares)) {
    const row = all.find(({ qualifikation }) => qualifikation === answer)
    t.equal(Number(row?.personen), printed[answer as keyof typeof printed])
    t.equal(Number(row?.prozent), share)
  }
  t.ok(rows.every(({ personen, verdeckt }) => (personen === '') === (verdeckt === '1')))
  t.notOk(rows.some(({ personen }) => personen === '1' || personen === '2'))

  const run = (...args: string[]) =>
    stichtag(
      ['registry', 'qualifications', ...args],
      { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) },
      test.folder,
    )
  const told = await run('--am', '2018-03-15')
  t.equal(told.code, 0, told.stderr)
  t.match(told.stdout, /Buchstabe a: 247 \(59,4 %\).*\n.*104 \(25,0 %\).*\n.*59 \(14,2 %\).*\n.*6 \(1,4 %\)/)
  t.match((await run('--am', 'gestern')).stderr, /„gestern“ ist kein Tag/)
  t.equal((await run('--am', '2018-03-15', '--format', 'csv')).stdout.trim().split('\n').length, rows.length + 1)
})

t.test('a day that cannot be read is said to be unread, and one without persons is empty', async (t) => {
  const test = await testApp(t)
  const visitor = await signIn(test, await staffAccount(test, 'forschung', 'f.frage'))
  t.match(await visitor.get('/intern/qualifikation?tag=gestern'), {
    status: 400,
    words: /Bitte geben Sie einen Tag an/,
  })
  t.match((await visitor.get('/intern/qualifikation?tag=1.1.2001')).words, /ist im Verzeichnis niemand eingesetzt/)
  t.equal((await visitor.get('/intern/qualifikation/datei?tag=x')).status, 404)
  t.equal((await visitor.get('/intern/qualifikation/datei?format=x')).status, 404)
})
