import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import writeWorkbook from 'write-excel-file/node'
import type { CountLine } from '../../../server/annex/annex-of-table.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'

const heads = [
  'Frage',
  'Gruppe',
  'Kategorie',
  'Unterkategorie',
  'Auszug',
  'Markierung',
  'Text',
  'Einheit',
  'Kodiert_von',
]

/** As the published annex is made: a chapter without groups, one of two questions with two, one with other names. */
const plan = {
  title: 'Kommentare zur Umfrage (Auszüge)',
  introduction: ['Die Auszüge sind unverändert, wo nichts in eckigen Klammern steht.'],
  chosen: 'Ausgewählt ist, was eine Kategorie kennzeichnet.',
  chapters: [
    { title: 'Themen der Beratung', questions: ['6'] },
    {
      title: 'Nutzung des Plans',
      questions: ['15', '17'],
      groups: [{ title: 'Häufige bis sehr häufige Nutzung' }, { title: 'Seltene bis sehr seltene Nutzung' }],
    },
    { title: 'Was gelingt', questions: ['Was läuft gut'] },
  ],
}

const categories: [category: string, parts: string[]][] = [
  ['Leistungen', []],
  ['Gründe für Nichtnutzung', ['Zeitmangel', 'Fehlende Relevanz', 'Sonstiges']],
  ['Nutzungsverhalten', []],
  ['Andere Themen', ['Wohnen']],
]

/** Some hundred rows, always the same. */
function drawRows(): string[][] {
  let seed = 20260101
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const rows: string[][] = []
  for (let text = 1; text <= 260; text += 1) {
    const question = ['6', 'Frage 6', 'F15', '17', 'Was läuft gut'][next(5)] ?? ''
    const grouped = ['F15', '17'].includes(question)
    const group = grouped ? ['Häufige bis sehr häufige Nutzung', 'seltene bis sehr seltene Nutzung', ''][next(3)] : ''
    const unit = `E${next(90)}`
    const coder = ['AB', 'CD'][next(2)] ?? ''
    const own = [question, group ?? '']
    const behind = [String(text), unit, coder]
    if (next(12) === 0) {
      rows.push([...own, '', '', `Notiz ${text} zu nichts davon.`, '', ...behind])
      continue
    }
    const first = next(categories.length)
    for (let more = 0; more <= next(2); more += 1) {
      const [category = '', parts = []] = categories[(first + more) % categories.length] ?? []
      const part = next(3) === 0 ? '' : (parts[next(Math.max(1, parts.length))] ?? '')
      const marks = ['', 'freigegeben', 'auswahl, freigegeben'][next(3)] ?? ''
      rows.push([...own, category, part, `Das sagt Nummer ${text}: „so ist es“; und Punkt ${more}.`, marks, ...behind])
    }
  }
  return rows
}

const csvOf = (rows: readonly string[][]) => Papa.unparse([heads, ...rows], { delimiter: ';' })

async function given(t: Test, table: string | Buffer, { name = 'tabelle.csv', document = plan as object } = {}) {
  const folder = t.testdir({})
  const [file, planFile, out] = [join(folder, name), join(folder, 'plan.json'), join(folder, 'anhang')]
  await writeFile(file, table)
  await writeFile(planFile, JSON.stringify(document))
  const run = (values: Record<string, string | undefined> = {}) =>
    runCommand('annex', { positionals: [file], values: { plan: planFile, out, ...values } }, '')
  const left = () => readdir(out).catch(() => [])
  return { run, out, left }
}

/** Counted from the rows alone, by another way than the annex: sets of texts by a joined name. */
function countedByHand(rows: readonly string[][]): Map<string, [texts: number, units: number, excerpts: number]> {
  const texts = new Map<string, Set<string>>()
  const units = new Map<string, Set<string>>()
  const excerpts = new Map<string, number>()
  const chapters: Record<string, string> = {
    '6': 'Themen der Beratung',
    'Frage 6': 'Themen der Beratung',
    F15: 'Nutzung des Plans',
    '17': 'Nutzung des Plans',
    'Was läuft gut': 'Was gelingt',
  }
  for (const [question = '', group = '', category = '', part = '', , marks = '', text = '', unit = ''] of rows) {
    const chapter = chapters[question] ?? '?'
    const isGrouped = chapter === 'Nutzung des Plans'
    const named = group === '' ? 'in keiner Gruppe' : group.replace(/^s/, 'S')
    const places = [chapter]
    if (isGrouped) places.push(`${chapter}/${named}`)
    const within = isGrouped ? named : ''
    if (!isGrouped || group !== '') {
      places.push(`${chapter}/${within}/${category || 'ohne Kategorie'}`)
      if (part !== '') places.push(`${chapter}/${within}/${category}/${part}`)
    }
    for (const place of places) {
      texts.set(place, (texts.get(place) ?? new Set()).add(text))
      units.set(place, (units.get(place) ?? new Set()).add(unit))
      excerpts.set(place, (excerpts.get(place) ?? 0) + (marks.startsWith('auswahl') ? 1 : 0))
    }
  }
  return new Map(
    [...texts].map(([place, own]) => [place, [own.size, units.get(place)?.size ?? 0, excerpts.get(place) ?? 0]]),
  )
}

const placeOf = ({ chapter, group, category, subcategory }: CountLine) => {
  if (subcategory !== '') return `${chapter}/${group}/${category}/${subcategory}`
  if (category !== '') return `${chapter}/${group}/${category}`
  return group === '' ? chapter : `${chapter}/${group}`
}

const byPlace = (json: string) =>
  new Map((JSON.parse(json) as CountLine[]).map((one) => [placeOf(one), [one.texts, one.units, one.excerpts] as const]))

t.test('some hundred coded rows become an annex with the same counts', async (t) => {
  const rows = drawRows()
  t.ok(rows.length > 300, `${rows.length} rows`)
  const { run, out, left } = await given(t, csvOf(rows))
  const counts = byPlace(await run({ json: 'yes' }))
  const byHand = countedByHand(rows)
  t.strictSame(new Map([...counts].toSorted()), new Map([...byHand].toSorted()))
  t.strictSame(await left(), ['anhang-zahlen.csv', 'anhang.csv', 'anhang.html', 'anhang.pdf'])

  const printed = rows.filter(([, group, , , , marks]) => marks?.startsWith('auswahl') && group !== undefined)
  const shown = printed.filter(([question = '', group]) => !['F15', '17'].includes(question) || group !== '')
  const html = await readFile(join(out, 'anhang.html'), 'utf8')
  t.equal(html.match(/<li>„Das sagt/g)?.length, shown.length)
  const excerpts = Papa.parse<Record<string, string>>(
    (await readFile(join(out, 'anhang.csv'), 'utf8')).replace(/^\uFEFF/, ''),
    {
      header: true,
      skipEmptyLines: true,
    },
  ).data
  t.equal(excerpts.length, shown.length)
  t.match(excerpts[0], { kapitel: '1. Themen der Beratung', fragen: 'Frage 6', gruppe: '' })
  const told = Papa.parse<Record<string, string>>(
    (await readFile(join(out, 'anhang-zahlen.csv'), 'utf8')).replace(/^\uFEFF/, ''),
    { header: true, skipEmptyLines: true },
  ).data
  for (const { kapitel = '', gruppe = '', kategorie = '', texte = '', stellen = '' } of told) {
    if (texte === 'verdeckt') continue
    const place = [
      kapitel.slice(3),
      ...(gruppe === '' && kategorie === 'alle' ? [] : [gruppe.replace(/^[AB]\) /, '')]),
      ...(kategorie === 'alle' ? [] : kategorie.split(': ')),
    ]
      .join('/')
      .replace('//', kategorie === 'in keiner Gruppe' ? '/' : '//')
    t.strictSame([Number(texte), Number(stellen)], byHand.get(place)?.slice(0, 2), place)
  }
  const pdf = await readPdf(await readFile(join(out, 'anhang.pdf')))
  t.match(pdf, { tagged: true, accessible: '1', language: 'de-DE', title: plan.title, outside: [] })
  t.equal(pdf.text.match(/„Das sagt Nummer/g)?.length, shown.length)
  t.match(pdf.outline, ['Wie dieser Anhang entstanden ist', '1. Themen der Beratung [Frage 6]'])
  t.match(pdf.text, 'In keiner dieser Gruppen:')
})

t.test('the same table gives the same bytes, as CSV and as a workbook', async (t) => {
  const rows = drawRows()
  const first = await given(t, csvOf(rows))
  await first.run()
  const files = ['anhang.html', 'anhang.pdf', 'anhang.csv', 'anhang-zahlen.csv']
  const bytes = await Promise.all(files.map((file) => readFile(join(first.out, file))))
  const counts = byPlace(await first.run({ json: 'yes' }))
  for (const [at, file] of files.entries()) t.strictSame(await readFile(join(first.out, file)), bytes[at], file)

  const cells = [heads, ...rows].map((row) => row.map((value) => ({ value, type: String })))
  const workbook = await given(t, await writeWorkbook(cells).toBuffer(), { name: 'tabelle.xlsx' })
  t.strictSame(byPlace(await workbook.run({ json: 'yes' })), counts)
})

t.test('a dry run writes nothing', async (t) => {
  const { run, left } = await given(t, csvOf(drawRows()))
  t.match(await run({ 'dry-run': 'yes', out: undefined }), /1?Themen der Beratung +\d+ +\d+/)
  t.strictSame(await left(), [])
})

t.test('all faults are told at once with line and column, and nothing is written', async (t) => {
  const yes = 'auswahl, freigegeben'
  const { run, left } = await given(
    t,
    csvOf([
      ['7', '', 'Leistungen', '', 'a', '', '1', 'E1', ''],
      ['6', 'Häufige bis sehr häufige Nutzung', 'Leistungen', '', 'b', '', '2', 'E1', ''],
      ['15', 'Manchmal', 'Leistungen', '', 'c', '', '3', 'E1', ''],
      ['6', '', '', 'Zeitmangel', 'd', 'wichtig', '4', 'E1', ''],
      ['6', '', 'Leistungen', '', 'e', 'auswahl', '5', 'E1', ''],
      ['6', '', 'Leistungen', '', '', yes, '6', 'E1', ''],
      ['6', '', 'Leistungen', '', 'Im Göppinger Landratsamt sitzt niemand.', yes, '7', 'E1', ''],
      ['6', '', '', '', 'f', yes, '8', '', ''],
      ['6', '', 'Leistungen', '', 'g', '', '8', 'E2', ''],
    ]),
  )
  const told = await run().then(
    () => '',
    (error: Error) => error.message,
  )
  for (const sentence of [
    'Zeile 2, Spalte frage: Zur Frage „7“ hat der Plan kein Kapitel.',
    'Zeile 3, Spalte gruppe: Das Kapitel „Themen der Beratung“ hat keine Gruppen',
    'Zeile 4, Spalte gruppe: Eine Gruppe „Manchmal“ gibt es im Kapitel „Nutzung des Plans“ nicht. Möglich sind: „Häufige',
    'Zeile 5, Spalte markierung: „wichtig“ ist keine Markierung. Möglich sind: auswahl, freigegeben, oder leer.',
    'Zeile 5, Spalte unterkategorie: Die Unterkategorie „Zeitmangel“ steht ohne ihre Kategorie.',
    'Zeile 6, Spalte markierung: Der Auszug ist ausgewählt und nicht freigegeben.',
    'Zeile 7, Spalte auszug: Der ausgewählte Auszug ist leer.',
    'Zeile 8, Spalte auszug: „Göppinger“ kann sagen, von wem der Text ist. Bitte ersetzen, etwa durch [Name des Landkreises].',
    'Zeile 9, Spalte einheit: Es fehlt, von wem der Text ist.',
    'Zeile 9, Spalte kategorie: Der Auszug ist ausgewählt und hat keine Kategorie',
    'Zeile 10, Spalte einheit: Text 8 hat hier „E2“, in Zeile 9 aber „“.',
    'Nichts ist geschrieben.',
  ])
    t.ok(told.includes(sentence), sentence)
  t.equal(told.split('\n').length, 12, told)
  t.strictSame(await left(), [])
})

t.test('a head that is not known, a plan that is wrong, and a table that is empty', async (t) => {
  const head = await given(t, 'Frage;Kategorie;Auszug;Auszug;Farbe\n6;a;b;b;rot\n')
  await t.rejects(head.run(), {
    message: /Spalte „markierung“ fehlt[\s\S]*„farbe“ ist nicht bekannt[\s\S]*„auszug“ kommt mehrmals vor/,
  })
  const wrong = await given(t, csvOf(drawRows()), { document: { ...plan, chapters: [] } })
  await t.rejects(wrong.run(), { message: /plan\.json, \/chapters: / })
  const empty = await given(t, csvOf([]))
  await t.rejects(empty.run(), { message: /steht keine Zeile/ })
  await t.rejects((await given(t, 'Frage;Auszug\n6;"offen\n')).run(), { message: /Anführungszeichen|fehlt/ })
})

t.test('without numbers of texts and units each row is a text of its own', async (t) => {
  const rows = [
    ['6', '', 'Leistungen', '', 'eins', 'auswahl freigegeben'],
    ['6', '', 'Leistungen', '', 'zwei', ''],
    ['6', '', 'Wohnen', '', 'drei', ''],
  ]
  const { run, out } = await given(t, Papa.unparse([heads.slice(0, 6), ...rows], { delimiter: ',' }))
  t.match(byPlace(await run({ json: 'yes' })), new Map([['Themen der Beratung', [3, 3, 1]]]))
  const html = await readFile(join(out, 'anhang.html'), 'utf8')
  t.match(html, 'Grundlage: 3 Texte.')
  t.notMatch(html, 'Stellen</th>')
})
