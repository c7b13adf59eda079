import { sql } from 'kysely'
import t from 'tap'
import { knownHere } from '../../../../server/form-file/foreign/known.ts'
import { Forms, type Pinned } from '../../../../server/forms/form.ts'
import type { Visit } from '../../../../server/store/visit.ts'
import { createWave } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { confirmPreview } from '../../../support/confirm-preview.ts'
import { ask, open } from '../../../support/delegate.ts'
import { newWave, published } from '../../../support/published.ts'
import { sendFile } from '../../../support/send-file.ts'
import type { Answer, Visitor } from '../../../support/visitor.ts'

let test: TestApp
t.before(async () => {
  test = await testApp(t)
})

const home = '/erhebung/umfrage-1/117019'
const own = `${home}/auswertung`

const report = (...more: string[]) =>
  Buffer.from(
    ['Stand 30.11.2026', 'Status;männlich;weiblich', 'Duldung;1.040;20', 'Geflüchtete aus Übersee;5;', ...more].join(
      '\n',
    ),
    'latin1',
  )

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What the page holds that asks where numbers belong, by the words of each. */
function asked({ text }: Answer): { zahlen: string; names: Record<string, string> } {
  const zahlen = unescaped(/name="zahlen" value="([^"]*)"/.exec(text)?.[1] ?? '')
  const figures = JSON.parse(zahlen) as { words: string }[]
  const shown = [...text.matchAll(/name="feld\.(\d+)"/g)].map(([, place = '']) => place)
  return {
    zahlen,
    names: Object.fromEntries(shown.map((place) => [figures[Number(place)]?.words ?? '', `feld.${place}`])),
  }
}

/** Writes fields beside numbers, by their words, and sends the page. */
function map(visitor: Visitor, page: Answer, said: Record<string, string>, url = own): Promise<Answer> {
  const { zahlen, names } = asked(page)
  const beside = Object.entries(names).map(([words, name]) => [name, said[words] ?? ''])
  return visitor.post(`${url}/zuordnen`, { zahlen, ...Object.fromEntries(beside) })
}

const drafts = async (unit = '117019') =>
  Object.fromEntries(
    (
      await test.db
        .selectFrom('draft_value')
        .select(['field', 'value'])
        .where('participant_id', '=', test.participants.get(unit) ?? 0)
        .execute()
    ).map(({ field, value }) => [field, value]),
  )

t.test('a table is mapped once, taken over, and placed by itself the next time', async (t) => {
  const visitor = await test.login('KM')
  t.match((await visitor.get(`${home}/eigene-datei`)).text, `href="${own}"`)
  t.match(
    (await sendFile(visitor, `${home}/eigene-datei`, report())).words,
    'Auswertung aus Ihrem Fachverfahren“ (unten)',
  )
  t.match((await visitor.get(own)).words, /Namen von Personen braucht die Tabelle nicht/)
  const first = await sendFile(visitor, own, report())
  t.equal(first.status, 200)
  t.match(first.words, /3 Zahlen Ihrer Datei sind noch nicht zugeordnet/)
  t.match(first.text, /Geflüchtete aus Übersee · männlich/)
  t.match(first.text, /<option value="F4, Anzahl Zielpersonen in Kommune">/)
  const said = {
    'Duldung · männlich': 'F5, quer',
    'Duldung · weiblich': 'zp_status_duldung',
    'Geflüchtete aus Übersee · männlich': '',
  }
  const wrong = await map(visitor, first, said)
  t.equal(wrong.status, 422)
  t.match(wrong.words, /Eine Zuordnung stimmt nicht .*Duldung · männlich: „F5, quer“ ist kein Feld/)
  t.match(wrong.text, /value="F5, quer"/, 'nothing that was typed is lost')
  const duldung = { ...said, 'Duldung · männlich': 'zp_status_duldung' }
  const preview = await map(visitor, wrong, duldung)
  t.equal(preview.status, 200)
  t.match(preview.words, /Eine Angabe ändert sich\./)
  t.match(preview.words, /Duldung · männlich \(1\.040\) \+ Duldung · weiblich \(20\)/)
  t.match(preview.words, /Nicht verwendet \(1\) .*Geflüchtete aus Übersee · männlich: 5/)
  t.notOk('zp_status_duldung' in (await drafts()), 'nothing is saved before it is confirmed')
  t.equal((await confirmPreview(visitor, preview)).location, `${home}?uebernommen=1`)
  t.equal((await drafts()).zp_status_duldung, '1060')

  await visitor.get(own)
  const again = await sendFile(visitor, own, report())
  t.match(again.words, /Die Auswertung ändert nichts\. Eine steht schon so/, 'all is known: no question')
  const renamed = await sendFile(visitor, own, report('Angekommen;7;'))
  t.match(renamed.words, /Eine Zahl Ihrer Datei ist noch nicht zugeordnet.* Schon zugeordnet \(3\)/)
  const fewer = await sendFile(visitor, own, Buffer.from('Status;männlich;weiblich\nDuldung;30;-'))
  t.match(fewer.words, /die in dieser Datei nicht stehen: Duldung · weiblich\. Bitte prüfen Sie die Summe/)
})

t.test('what cannot be taken is told with its way out', async (t) => {
  const visitor = await test.login('KM', '117026')
  const url = '/erhebung/umfrage-1/117026/auswertung'
  await visitor.get(url)
  const refusal = async (content: string | Buffer, name = 'datei.csv') => {
    const { status, words } = await sendFile(visitor, url, content, name)
    t.equal(status, 422)
    return words
  }
  t.match(await refusal('Status;Anzahl\nDuldung;k. A.'), /keine Zahl/)
  t.match(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls'), /a\.xls ist .*in einem alten Format/)
  t.match(await refusal('%PDF-1.4', 'a.pdf'), /ist ein PDF/)
  t.match(
    await refusal(Array.from({ length: 501 }, (_, row) => `Zeile ${row};${row}`).join('\n')),
    /501 Zahlen, höchstens 500/,
  )
  t.match(await refusal(`${'1;'.repeat(2500)}Duldung;5`), /2\.501 Zahlen/, 'before any heading is looked for')
  t.match(await refusal('Feld;Ihre Angabe\nzp_gesamt;5'), /hier heruntergeladen/)
  const persons = Array.from({ length: 12 }, () => 'Müller;Anna;1.2.1990;Duldung').join('\n')
  t.match(await refusal(`Name;Vorname;geboren;Status\n${persons}`), /Liste mit einer Zeile je Person/)
  const twice = await sendFile(visitor, url, 'Duldung;5\nDuldung;7')
  t.match(twice.words, /So heißen in der Datei 2 Zahlen/)
  const page = await sendFile(visitor, url, 'Insgesamt;5')
  const { zahlen } = asked(page)
  const forged = zahlen.replace('"5"', '"-5"')
  t.equal((await visitor.post(`${url}/zuordnen`, { zahlen: forged, 'feld.0': 'F4' })).status, 422)
  t.equal((await visitor.post(`${url}/zuordnen`, { zahlen: '[{}]', 'feld.0': 'F4' })).status, 400)
})

t.test('colleagues place what they are asked for, see no other fields, and leave what others said', async (t) => {
  const holder = await test.login('KM')
  const colleague = await open(test, await ask(holder, 'Frau Weiß', ['sprache']))
  const url = `${colleague.home}/auswertung`
  t.match((await colleague.get(colleague.home)).text, `href="${url}"`)
  await colleague.get(url)
  const page = await sendFile(colleague, url, report('Alphabetisierung;9;'))
  t.match(page.words, /2 weitere Zahlen gehören in Felder, die hier nicht ausgefüllt werden/)
  t.notMatch(page.text, /zp_|F5, |F4, /)
  t.strictSame(Object.keys(asked(page).names), ['Alphabetisierung · männlich', 'Geflüchtete aus Übersee · männlich'])
  const named = { 'Alphabetisierung · männlich': 'im_alpha' }
  t.match(
    (await map(colleague, page, { ...named, 'Geflüchtete aus Übersee · männlich': 'F4' }, url)).words,
    /ist kein Feld/,
  )
  const preview = await map(colleague, page, named, url)
  t.equal((await confirmPreview(colleague, preview)).location, `${colleague.home}?uebernommen=1`)
  t.equal((await drafts()).im_alpha, '9')
  await holder.get(own)
  const all = await sendFile(holder, own, report('Alphabetisierung;9;'))
  t.match(all.words, /Die Auswertung ändert nichts/)
})

t.test('the next survey knows what is the same, and asks the rest; forgetting forgets it all', async (t) => {
  const [next] = await createWave(test.db, newWave(await published('umfrage-4'), ['117019']))
  const { id = 0 } = next ?? {}
  await sql`update wave set synthetic = (select synthetic from wave where id = 'umfrage-1'), state = 'open'
    where id = 'umfrage-4'`.execute(test.db)
  const { rows } = await sql<
    Pinned & { synthetic: boolean }
  >`select survey, survey_version as "surveyVersion", stichtag, frist, synthetic
    from wave where id = 'umfrage-4'`.execute(test.db)
  const [wave] = rows
  if (wave === undefined) throw new Error('no wave')
  const forms = new Forms()
  const form = await forms.get(wave)
  const known = async (more: object = {}) => {
    const visit = { participantId: id, unit: '117019', test: false, ...wave, ...more } as Visit
    const { sure, unsure } = (await knownHere({ db: test.db, forms }, { form, visit, asked: undefined })).known
    return { ...Object.fromEntries(sure), ...Object.fromEntries(unsure) }
  }
  const same = {
    'Duldung · männlich': 'zp_status_duldung',
    'Duldung · weiblich': 'zp_status_duldung',
    'Alphabetisierung · männlich': 'im_alpha',
  }
  t.strictSame(await known(), same, 'what was not used may be used here')
  t.strictSame(await known({ synthetic: !wave.synthetic }), {}, 'what is invented and what is not stay apart')
  t.strictSame(await known({ test: true }), {}, 'a trial has its own')
  const visitor = await test.login('KM')
  await visitor.get(own)
  t.match((await visitor.get(own)).words, /Gemerkt ist, wohin 4 Zahlen gehören/)
  const { location } = await visitor.post(`${own}/vergessen`, {})
  t.match((await visitor.get(location)).words, /Die Zuordnung ist vergessen/)
  t.match((await sendFile(visitor, own, report())).words, /3 Zahlen Ihrer Datei sind noch nicht zugeordnet/)
})
