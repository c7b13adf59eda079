import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { testApp, testAppFor } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { readPdf } from '../../support/read-pdf.ts'

t.test('what is kept of a person is written as JSON and PDF, others in it unreadable', async (t) => {
  const test = await testApp(t)
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const out = join(t.testdir({}), 'neu')
  const run = (...args: string[]) => stichtag(['person', 'export', ...args], env)
  const visitor = await test.login('JW')
  await visitor.get('/erhebung/umfrage-1/117019/abschnitt/sprache')
  await visitor.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Jürgen Weiß und Petra Schwarz' })
  t.equal((await visitor.submit()).status, 303)

  t.equal((await run('Weiß')).code, 2)
  t.equal((await run('W', '--out', out)).code, 2)
  const written = await run('Weiß', '--out', out, '--black-out', 'petra', '--black-out', 'Schwarz')
  t.equal(written.stdout, `${join(out, 'auskunft.json')}\n${join(out, 'auskunft.pdf')}\n`)
  const json = await readFile(join(out, 'auskunft.json'), 'utf8')
  const record = JSON.parse(json)
  t.match(record, {
    about: {
      recipients: [/./],
      retention: [{ label: 'Kontaktdaten für Rückfragen, Sendungen und Notizen', lines: [/^90 Tage/] }],
    },
    texts: [
      {
        wave: 'umfrage-1',
        survey: 'Umfrage zur Lage der Geflüchteten vor Ort',
        unit: '117019',
        unitName: 'Eislingen/Fils',
        question: 'F20',
        field: 'im_alpha_kom',
        text: 'laut Jürgen Weiß und [geschwärzt] [geschwärzt]',
        state: 'abgesendet',
      },
      { state: 'früher im Entwurf' },
      { state: 'im Entwurf' },
    ],
  })
  t.notMatch(json, /Schwarz|Petra/)
  const { text, accessible } = await readPdf(await readFile(join(out, 'auskunft.pdf')))
  t.equal(accessible, '1')
  t.match(text, /laut Jürgen Weiß und \[geschwärzt\] \[geschwärzt\] abgesendet/)
  t.match(text, /Eislingen\/Fils \(117019\)/)
  t.equal((await stat(join(out, 'auskunft.json'))).mode & 0o777, 0o600)

  const again = await run('Weiß', '--out', out)
  t.match(again.stderr, /gibt es schon/)
  t.equal(again.code, 1)
  const noted = await test.db.selectFrom('audit').select('detail').where('action', '=', 'person_exported').execute()
  t.match(
    noted.map(({ detail }) => detail),
    [
      { file: 'auskunft.json', texts: 3, sha256: /^[0-9a-f]{64}$/ },
      { file: 'auskunft.pdf', texts: 3 },
    ],
  )
  t.notMatch(JSON.stringify(noted), /Weiß/)
})

t.test('the number of a person gives all answers of its forms', async (t) => {
  const test = await testAppFor(t, 'umfrage-3')
  const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) }
  const out = t.testdir({})
  const { code, stderr } = await stichtag(['person', 'export', '117000-001', '--out', out, '--json'], env)
  t.equal(code, 0, stderr)
  const record = JSON.parse(await readFile(join(out, 'auskunft.json'), 'utf8'))
  t.match(record.forms, [
    { unit: '117000-001', states: [{ heading: 'Entwurf, nie gespeichert', answers: [{ rows: [{ label: /./ }] }] }] },
  ])
})
