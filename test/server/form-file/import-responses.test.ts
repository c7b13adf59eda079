import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { askedWave } from '../../../server/field/asked-wave.ts'
import { importResponses } from '../../../server/form-file/responses/import-responses.ts'
import { outcomeLines } from '../../../server/form-file/responses/outcome-lines.ts'
import { Forms } from '../../../server/forms/form.ts'
import { registerReader } from '../../../server/store/register.ts'
import { completeAnswer } from '../../support/answers.ts'
import { testApp } from '../../support/app.ts'
import { published } from '../../support/published.ts'
import { sendFile } from '../../support/send-file.ts'
import { signIn, staffAccount } from '../../support/staff.ts'

type Row = Record<string, string>

t.test('answers in a file are checked and taken like typed ones: all of them or none', async (t) => {
  const test = await testApp(t)
  const context = { ...test, forms: new Forms(), register: registerReader(test.db) }
  const folder = t.testdir()
  async function read(rows: readonly Row[], said: { preview?: boolean; submit?: boolean } = {}) {
    const asked = await askedWave(context, 'umfrage-1')
    if (asked === undefined) throw new Error('no wave')
    const path = join(folder, 'antworten.csv')
    await writeFile(path, Papa.unparse([...rows], { columns: [...new Set(rows.flatMap(Object.keys))] }))
    return importResponses(context, asked, { path, preview: false, submit: true, by: undefined, ...said })
  }
  const submissions = async () => {
    const rows = await test.db.selectFrom('submission').select(['participant_id', 'answers']).orderBy('id').execute()
    return rows.map(({ participant_id: id, answers }) => [Number(id), (answers as Row).zp_gesamt])
  }
  const { typed } = await completeAnswer(await published('umfrage-1'), 0)
  const { gkz: _gkz, ...answers } = typed
  const rows: Row[] = [
    { gkz: '08117019', gemeindename: 'Eislingen/Fils', abgabe: '1', zp_gesamt_fehlt: '', ...answers },
    // As a spreadsheet leaves it that takes the key for a number.
    { gkz: '8117026', ...answers },
  ]
  t.strictSame(outcomeLines(await read(rows, { preview: true })).slice(0, 1), [
    'Nichts spricht dagegen, noch ist nichts eingelesen: 2 Fragebögen.',
  ])
  t.strictSame(await submissions(), [])

  const broken = [
    { ...rows[0], zp_gesamt: 'viele', zp_status_duldung: '-1', zp_alter_nv: '2' },
    { ...rows[1], gkz: '117999' },
    { ...rows[1], zp_geschlecht_frauen: '999999' },
    { ...rows[1], gkz: '117019' },
  ] as Row[]
  const refused = await read(broken)
  t.equal(refused.state, 'faulty')
  t.match(
    refused.problems.join('\n'),
    /Zeile 2, Spalte zp_gesamt: „viele“ ist keine Zahl.* Möglich ist: ganze Zahl ab 0\./,
  )
  t.match(refused.problems.join('\n'), /Zeile 2, Spalte zp_status_duldung: „-1“ ist kleiner als 0/)
  t.match(refused.problems.join('\n'), /Zeile 2, Spalte zp_alter_nv: „2“ ist weder „ja“ noch „nein“/)
  t.match(refused.problems.join('\n'), /Zeile 3, Spalte gkz: „117999“ wird in dieser Erhebung nicht gefragt/)
  t.match(refused.problems.join('\n'), /Zeile 4, Spalte zp_geschlecht_frauen: .*„grund\.[a-z_]+“ und „text\.[a-z_]+“/)
  t.match(refused.problems.join('\n'), /Zeile 5, Spalte gkz: 117019 steht schon in Zeile 2/)
  t.strictSame(await submissions(), [], 'nothing by halves')
  const unknown = await read([{ ...rows[0], zp_gesammt: '1' } as Row])
  t.match(unknown.problems, [/Zeile 1, Spalte zp_gesammt: Eine Spalte „zp_gesammt“ hat diese Erhebung nicht/])
  t.match((await read([{ ort: 'Salach' }])).problems, [/Eine Spalte „gkz“ fehlt/])

  const done = await read(rows)
  t.match(outcomeLines(done), ['Eingelesen: 2 Fragebögen.', /117019: \d+ Angaben, Quittung /, /117026: /])
  const ids = ['117019', '117026'].map((unit) => Number(test.participants.get(unit)))
  t.strictSame(
    await submissions(),
    ids.map((id) => [id, Number(answers.zp_gesamt)]),
  )
  t.match(outcomeLines(await read(rows)), ['Eingelesen: 0 Fragebögen.', '2 Fragebögen sind schon so eingegangen.'])
  const changed = await read([{ gkz: '117019', zp_gesamt: '1' }])
  t.match(changed.problems, [/Von 117019 ist schon etwas anderes eingegangen \(Quittung /])
  t.equal(changed.problems.length, 1, 'said once')

  const visitor = await test.login('KM', '117042')
  await visitor.get('/erhebung/umfrage-1/117042/abschnitt/zielgruppe')
  visitor.home = '/erhebung/umfrage-1/117042'
  await visitor.autosave('zielgruppe', { zp_gesamt: '77', zg_alter: 'ab 14' })
  const over = await read([{ gkz: '117042', zp_gesamt: '78' }], { submit: false })
  t.match(over.problems, [/Zeile 2, Spalte zp_gesamt: Im Fragebogen von 117042 steht schon „77“, in der Datei „78“/])
  t.equal((await read([{ gkz: '117042', zp_gesamt: '', zp_status_eu: '5' }], { submit: false })).state, 'imported')
  const page = await visitor.get('/erhebung/umfrage-1/117042/abschnitt/zielpersonen')
  t.match(page.text, /name="zp_status_eu"[^>]*value="5"/)
  t.equal((await submissions()).length, 2, 'a draft is not submitted')
  const log = await test.db.selectFrom('audit').select('detail').where('action', '=', 'responses_imported').execute()
  t.strictSame(
    log.map(({ detail }) => detail),
    [
      { rows: 2, submitted: 2 },
      { rows: 2, submitted: 0 },
      { rows: 1, submitted: 0 },
    ],
  )

  const office = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const path = '/intern/erhebungen/umfrage-1/antworten-einlesen'
  await office.get(path)
  const sent = await sendFile(office, `${path}/hochladen`, 'gkz;zp_gesamt\r\n117042;viele\r\n')
  t.match((await office.get(sent.location)).words, /Zeile 2, Spalte zp_gesamt: „viele“ ist keine Zahl/)
  await office.get(path)
  const right = await sendFile(office, `${path}/hochladen`, 'gkz;zp_status_eu;im_gesamt\r\n117042;5;7\r\n')
  const preview = await office.get(right.location)
  t.match(preview.words, /117042 1 /)
  const entered = await office.post(right.location, { aktion: 'eintragen' })
  t.match((await office.get(entered.location)).words, 'Die Antworten stehen in den Fragebögen.')
  t.match(
    (await visitor.get('/erhebung/umfrage-1/117042/abschnitt/integrationsmanagement')).text,
    /name="im_gesamt"[^>]*value="7"/,
  )
})
