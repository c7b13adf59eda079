import { unzipSync, zipSync } from 'fflate'
import t from 'tap'
import { fileKey } from '../../../../server/form-file/file-key.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { confirmPreview } from '../../../support/confirm-preview.ts'
import { type Entry, fillWorkbook } from '../../../support/fill-workbook.ts'
import { published } from '../../../support/published.ts'
import { sendFile } from '../../../support/send-file.ts'
import { Visitor } from '../../../support/visitor.ts'

let test: TestApp
t.before(async () => {
  test = await testApp(t)
})

const home = '/erhebung/umfrage-1/117019'
const own = `${home}/eigene-datei`

/** The file of a form as a browser gets it. */
async function download(visitor: Visitor, which = 'xlsx', unit = '117019'): Promise<Buffer> {
  const url = `/erhebung/umfrage-1/${unit}/eigene-datei/${which}`
  const { statusCode, rawPayload } = await test.app.inject({ url, headers: { cookie: visitor.cookie } })
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
  return rawPayload
}

/** Somebody who has the page before them. */
async function guest(editor: string, unit = '117019'): Promise<Visitor> {
  const visitor = await test.login(editor, unit)
  await visitor.get(`/erhebung/umfrage-1/${unit}/eigene-datei`)
  return visitor
}

const send = (visitor: Visitor, content: Uint8Array | string, name = 'datei.xlsx') =>
  sendFile(visitor, own, content, name)

const draftOf = async (unit: string): Promise<Record<string, string>> => {
  const rows = await test.db
    .selectFrom('draft_value')
    .select(['field', 'value'])
    .where('participant_id', '=', test.participants.get(unit) ?? 0)
    .execute()
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]))
}

t.test('a file that another program filled in is shown, taken over, and kept like what is typed', async (t) => {
  const visitor = await guest('KM')
  await visitor.get(`${home}/abschnitt/zielgruppe`)
  await visitor.autosave('zielgruppe', { zp_gesamt: '120', zg_gruppe_eu: '1', zg_alter: 'ab 14' })
  t.match((await visitor.get(home)).text, `href="${own}"`)
  t.match((await visitor.get(own)).words, 'Arbeitsmappe (XLSX)')
  const filled = fillWorkbook(await download(visitor), {
    zp_gesamt: 1234,
    zp_status_gestattung: '1.200',
    zp_status_duldung: null,
    zg_gruppe_eu: 'nein',
    zg_gruppe_ohne: 'ja',
    zg_alter: null,
    zp_alter_nv: 'x',
  })
  const preview = await send(visitor, filled)
  t.equal(preview.status, 200)
  t.match(preview.words, /5 Angaben ändern sich/)
  t.match(preview.words, /F4 Anzahl Zielpersonen in Kommune 120 1\.234/)
  t.match(preview.words, /In der Datei leer, im Fragebogen ausgefüllt: bleibt \(1\)/)
  t.equal((await draftOf('117019')).zp_gesamt, '120', 'nothing is saved before it is confirmed')
  const done = await confirmPreview(visitor, preview)
  t.equal(done.location, `${home}?uebernommen=5`)
  t.match(await draftOf('117019'), {
    zp_gesamt: '1234',
    zp_status_gestattung: '1200',
    zg_gruppe_eu: '',
    zg_gruppe_ohne: '1',
    zg_alter: 'ab 14',
    zp_alter_nv: '1',
  })
  const { rows } = await test.owner.pool.query(
    `select e.label from draft_change c join contact.editor e on e.id = c.editor_id
     where c.participant_id = $1 and c.field = 'zp_gesamt' and c.value = '1234'`,
    [test.participants.get('117019')],
  )
  t.strictSame(rows, [{ label: 'KM' }])
  const again = await send(visitor, filled)
  t.match(again.words, /Die Datei ändert nichts/)
})

t.test('forty faults are told at once, each with its place, and nothing of the file is saved', async (t) => {
  const visitor = await guest('KM', '117026')
  const place = '/erhebung/umfrage-1/117026'
  const form = await published('umfrage-1')
  const counts = form.variables.filter(({ type }) => type === 'count').map(({ name }) => name)
  const wrong = ['viele', '-3', '1,5', 'ca. 12', '12O', 'k. A.', '1.5', '12345678901', '=1+1', '=NA()']
  const entries: Record<string, Entry> = Object.fromEntries(
    counts.slice(0, 36).map((name, index) => [name, wrong[index % wrong.length] ?? '']),
  )
  const planted = { ...entries, zg_gruppe_eu: 'vielleicht', zp_status_nv: '2', zg_alter: 'x'.repeat(1_001) }
  const filled = fillWorkbook(await download(visitor, 'xlsx', '117026'), {
    ...planted,
    [counts[36] ?? '']: { percent: 0.5 },
    [counts[37] ?? '']: 7,
  })
  const refused = await sendFile(visitor, `${place}/eigene-datei`, filled, 'datei.xlsx')
  t.equal(refused.status, 422)
  t.match(refused.words, '40 Stellen stimmen nicht')
  for (const name of [...Object.keys(planted), counts[36] ?? '']) {
    const { number = '', label = '' } = form.variable.get(name) ?? {}
    t.ok(refused.words.includes(`${number}, ${label}`.slice(0, 40)), name)
  }
  t.match(
    refused.words,
    /Blatt „2 [^“]+“, Zeile \d+, Spalte C F4, Anzahl[^„]*„viele“ ist keine Zahl[^„]*ganze Zahl ab 0/,
  )
  t.match(refused.words, /eine Formel ohne Ergebnis/)
  t.equal((await draftOf('117026'))[counts[37] ?? ''], undefined)

  const csv = String(await download(visitor, 'csv', '117026'))
  const spoiled = csv
    .replace(/^(.*;)zp_gesamt\r$/m, '$1zp_gesammt\r')
    .replace(/^(.*?;.*?;.*?;.*?;)(;.*;zg_alter)\r$/m, '$1jung$2\r\n$1alt$2\r')
  const list = await sendFile(visitor, `${place}/eigene-datei`, spoiled, 'datei.csv')
  t.match(list.words, '2 Stellen stimmen nicht')
  t.match(list.words, /Ein Feld „zp_gesammt“ gibt es in diesem Fragebogen nicht/)
  t.match(list.words, /Zeile \d+, Spalte E F3, [^„]* Das Feld steht auch in Zeile \d+, Spalte E/)
})

t.test('a file of another Kommune, wave or version, or one whose word was changed, is refused', async (t) => {
  const visitor = await guest('KM')
  const csv = String(await download(visitor, 'csv'))
  const [word = ''] = /umfrage-1\/117019\/[^;]+/.exec(csv) ?? []
  const refuse = async (other: string, sentence: RegExp) => {
    const answer = await send(
      visitor,
      csv.replace(word, other).replace(/^(.*?;.*?;.*?;.*?;)\d*(;.*;zp_gesamt)/m, '$177$2'),
      'a.csv',
    )
    t.equal(answer.status, 422)
    t.match(answer.words, sentence)
  }
  const origin = { wave: 'umfrage-1', unit: '117019', version: word.split('/')[2] ?? '', rev: 1 }
  const made = (changed: Partial<typeof origin>) => fileKey({ ...origin, ...changed }, test.keys.formFile)
  await refuse(made({ unit: '117026' }), /Die Datei gehört zu 117026, dieser Fragebogen zu 117019/)
  await refuse(made({ wave: 'umfrage-4' }), /gehört zur Erhebung „umfrage-4“/)
  await refuse(made({ version: '0.9.0' }), /ist für die Fassung 0\.9\.0 des Fragebogens/)
  await refuse(word.replace('117019', '117026'), /Kennung fehlt oder ist verändert/)
  await refuse('', /Kennung fehlt oder ist verändert/)
  t.not((await draftOf('117019')).zp_gesamt, '77')
  t.match((await send(visitor, 'a;b\r\n1;2\r\n', 'a.csv')).words, /Überschriften „Ihre Angabe“ und „Feld“ fehlt/)
})

t.test('what somebody saved after the file was made is never overwritten without being asked about', async (t) => {
  const [visitor, colleague] = [await guest('KM', '117042'), await guest('AB', '117042')]
  const place = '/erhebung/umfrage-1/117042'
  const file = fillWorkbook(await download(visitor, 'xlsx', '117042'), {
    zp_gesamt: 50,
    zp_status_eu: 5,
    zg_alter: 'alle',
  })
  await colleague.get(`${place}/abschnitt/zielgruppe`)
  await colleague.autosave('zielgruppe', { zp_gesamt: '60', zg_unterbringung_privat: '1' })
  const look = () => sendFile(visitor, `${place}/eigene-datei`, file, 'datei.xlsx')
  const take = async (said: Record<string, string>) => confirmPreview(visitor, await look(), said)
  const preview = await look()
  t.match(
    preview.words,
    /In der Datei und im Fragebogen geändert .*F4 Anzahl Zielpersonen in Kommune 60 AB, [\d:]+ Uhr 50/,
  )
  const unchosen = await take({})
  t.equal(unchosen.status, 422, 'something has to be chosen')
  t.match(unchosen.words, /60 AB, [\d:]+ Uhr 50/, 'and nothing is lost')
  const asked = await take({ _beide: 'einzeln' })
  t.equal(asked.status, 409)
  t.match(asked.words, /Gespeichert von AB.* 60/)
  t.match(await draftOf('117042'), {
    zp_gesamt: '60',
    zp_status_eu: '5',
    zg_alter: 'alle',
    zg_unterbringung_privat: '1',
  })
  const chosen = { _umfang: 'felder', _rev: visitor.rev, _offen: '{"zp_gesamt":"50"}', zp_gesamt: '50' }
  t.equal((await visitor.post(`${place}/eigene-datei/uebernehmen`, chosen)).status, 303)
  t.equal((await draftOf('117042')).zp_gesamt, '50')

  await colleague.get(`${place}/abschnitt/zielgruppe`)
  await colleague.autosave('zielgruppe', { zp_gesamt: '61' })
  await take({ _beide: 'fragebogen' })
  t.equal((await draftOf('117042')).zp_gesamt, '61')
  await take({ _beide: 'datei' })
  t.equal((await draftOf('117042')).zp_gesamt, '50')
})

t.test('one section of a file is taken alone, and its file holds no other', async (t) => {
  const visitor = await guest('KM')
  const part = await download(visitor, 'xlsx?abschnitt=sprache')
  t.throws(() => fillWorkbook(part, { zp_gesamt: 1 }), /no field zp_gesamt/)
  t.equal((await send(visitor, fillWorkbook(part, { im_alpha: 3 }))).status, 200)
  t.equal((await visitor.get(`${own}/xlsx?abschnitt=keiner`)).status, 404)
  const whole = fillWorkbook(await download(visitor), { im_alpha: 4, zp_gesamt: 'viele' })
  t.equal((await send(visitor, whole)).status, 422)
  const answer = await sendFile(visitor, own, whole, 'datei.xlsx', visitor.csrf, { abschnitt: 'sprache' })
  t.match(answer.words, /Eine Angabe ändert sich/)
})

t.test('what would fill the memory, runs or is none of ours is refused with a sentence', async (t) => {
  const visitor = await guest('KM')
  const workbook = await download(visitor)
  const parts = unzipSync(workbook)
  const refuse = async (content: Uint8Array, sentence: RegExp, csrf = visitor.csrf) => {
    const answer = await sendFile(visitor, own, content, 'datei.xlsx', csrf)
    t.match(answer.words, sentence)
  }
  await refuse(zipSync({ ...parts, 'xl/vbaProject.bin': Buffer.from('x') }), /enthält Makros/)
  await refuse(zipSync({ ...parts, 'xl/worksheets/sheet99.xml': Buffer.alloc(30 * 1024 ** 2) }), /mehr als 24 MB/)
  const vast = '<worksheet><sheetData><row r="900000"><c r="XFD900000"/></row></sheetData></worksheet>'
  await refuse(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.from(vast) }), /mehr als 200\.000 Zellen/)
  await refuse(Buffer.alloc(5 * 1024 ** 2, 'a'), /größer als 4 MB/)
  await refuse(Buffer.concat([Buffer.from('PK'), Buffer.alloc(99)]), /keine lesbare Arbeitsmappe/)
  await refuse(new Uint8Array(), /Bitte wählen Sie eine Datei aus/)
  await refuse(workbook, /nicht von einer Seite|noch einmal/, 'falsch')
  const stranger = await test.app.inject(`${own}/xlsx`)
  t.equal(stranger.statusCode, 303)
  const late = await sendFile(new Visitor(test.app), own, workbook)
  t.equal(late.location, `/zugang?weiter=${encodeURIComponent(own)}`, 'who is logged in no more is asked for the code')
})
