import t from 'tap'
import { readListFile } from '../../../analysis/sources/list-file/read-list-file.ts'
import { type Counted, countList } from '../../../surveys/counting/count-list.ts'
import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { guessColumns, knowsHeading } from '../../../surveys/counting/guess-columns.ts'
import { headingRow } from '../../../surveys/counting/headings.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { countWithPython } from '../../support/count-with-python.ts'
import { inventedPersons } from '../../support/invented-persons.ts'

const stichtag = '2018-12-15'
const planOf = async (survey: string): Promise<CountingPlan> => {
  const plan = (await loadInstrument(survey, undefined, { stichtag }))?.counting
  if (plan === undefined) throw new Error(`${survey} is not counted`)
  return plan
}
const [plan, later] = [await planOf('umfrage-1'), await planOf('umfrage-4')]

interface Said {
  decided?: Record<string, Record<string, string>>
  onlyLast?: boolean
  by?: CountingPlan
}

/** Counts a list as the page does before anything is said by hand. */
async function count(csv: string, { decided = {}, onlyLast = true, by = plan }: Said = {}): Promise<Counted> {
  const [table] = await readListFile(new TextEncoder().encode(csv), async () => {})
  if (table === undefined) throw new Error('no table')
  const { row: head } = headingRow(table, (heading) => knowsHeading(by, heading))
  const columns = guessColumns(by, table, head, new Map())
  const said = new Map(Object.entries(decided).map(([id, words]) => [id, new Map(Object.entries(words))]))
  return countList(by, table, { head, columns, onlyLast, decided: said })
}

const filled = ({ counts }: Pick<Counted, 'counts'>) =>
  Object.fromEntries([...counts].filter(([, amount]) => amount > 0).sort())
const told = ({ unplaced }: Pick<Counted, 'unplaced'>) =>
  unplaced.map(({ line, column, found, reason }) => `${line} ${column}: ${found}: ${reason}`)

t.test('three hundred persons are counted as another program counts them', async (t) => {
  const csv = inventedPersons(300)
  const counted = await count(csv)
  const expected = countWithPython(csv, stichtag)
  t.ok(Object.keys(expected).length >= 28)
  t.strictSame(filled(counted), Object.fromEntries(Object.entries(expected).sort()))
  t.ok(counted.twins.length > 3)
  t.equal(counted.blank, 1)
  t.match(counted.left.at(-1), { line: 303, reason: /Summenzeile/ })
  for (const word of ['Frauenhaus', 'Atlantis', 'Praktikum'])
    t.ok(counted.unplaced.some(({ found, reason }) => found === word && /noch nicht zugeordnet/.test(reason)))
  t.ok(counted.unplaced.some(({ reason }) => reason === 'ergibt 13 Jahre; dafür hat der Fragebogen kein Feld'))
  const every = await count(csv, { onlyLast: false })
  t.ok(every.persons > counted.persons)
})

t.test('each version is counted in what it asks', async (t) => {
  const csv = 'Geschlecht;Schulbesuch;ÖPNV\nw;ja;ja\nm;nein;nein\n'
  t.strictSame(filled(await count(csv)), {
    ...{ im_geschlecht_frauen: 1, im_geschlecht_maenner: 1, im_oepnv: 1, im_plan: 2, im_schule: 1 },
  })
  t.strictSame(filled(await count(csv, { by: later })), {
    ...{ im_geschlecht_frauen: 1, im_geschlecht_maenner: 1, im_plan: 2 },
  })
  t.equal((await count(csv)).counts.get('im_geschlecht_unbekannt'), 0, 'nobody is a count as well')
  t.notOk((await count(csv)).counts.has('im_alter_ue25'), 'what no column tells is not counted')
})

t.test('ages are those on the Stichtag, and a day that leaves a group open is said to', async (t) => {
  const days = [
    ...['15.12.2000', '16.12.2000', '1992-12-16', '15.12.1992', '29.02.2004', '17', '1985', 'März 1985'],
    ...['1992', '03.04.85', '03/04/1985', '05/11/2000', '15.12.2018', '16.12.2018', '1.1.1850', 'jung', '140', '14-17'],
  ]
  const counted = await count(`Kennung;Geburtsdatum\n${days.map((day, at) => `${at};${day}`).join('\n')}\n`)
  t.strictSame(filled(counted), {
    ...{ im_alter_a14_17: 4, im_alter_a18_25: 3, im_alter_ue25: 4, im_plan: 18 },
  })
  t.strictSame(
    counted.unplaced.map(({ found, reason }) => [found, reason]),
    [
      ['März 1985', 'ist weder ein Geburtsdatum noch ein Alter'],
      ['1992', 'lässt offen, ob die Person 25 oder 26 Jahre alt ist'],
      ['15.12.2018', 'ergibt 0 Jahre; dafür hat der Fragebogen kein Feld'],
      ['16.12.2018', 'liegt nach dem Stichtag oder zu weit zurück'],
      ['1.1.1850', 'ist weder ein Geburtsdatum noch ein Alter'],
      ['jung', 'ist weder ein Geburtsdatum noch ein Alter'],
      ['140', 'ist kein Alter'],
    ],
  )
})

t.test(
  'yes and no are read as people write them; where only yes is written, a blank cell is asked about',
  async (t) => {
    const list = (...cells: string[]) => `AZ;Kinder unter 18\n${cells.map((cell, at) => `${at};${cell}`).join('\n')}\n`
    t.strictSame(filled(await count(list('ja', 'x', '1', '3', 'Ja ', '✓', 'nein', '0', 'N', '-', 'k.A.', ''))), {
      ...{ im_kinder18: 6, im_kinder18_unbekannt: 3, im_plan: 12 },
    })
    const ticked = list('x', '', 'x', '')
    const open = await count(ticked)
    t.strictSame(filled(open), { im_kinder18: 2, im_plan: 4 })
    t.match(told(open), [/^3 Kinder unter 18: : Was eine leere Zelle hier heißt/, /^5/])
    const said = await count(ticked, { decided: { kinder18: { '': 'nein' } } })
    t.strictSame([filled(said), said.unplaced], [{ im_kinder18: 2, im_plan: 4 }, []])
    const unknown = await count(ticked, { decided: { kinder18: { '': '?' } } })
    t.equal(unknown.counts.get('im_kinder18_unbekannt'), 2)
  },
)

t.test('where a question does not arise, nothing is unknown, and what contradicts that is told', async (t) => {
  const counted = await count(
    'AZ;Studium begonnen;Studium abgeschlossen;Schulbesuch;Schuljahre\n1;nein;nein;nein;\n2;nein;ja;ja;7\n3;ja;nein;;\n4;;;ja;6,5\n',
  )
  t.match(filled(counted), {
    ...{ im_studium_begonnen_nein: 2, im_studium_begonnen_ja: 1, im_studium_ende_nein: 1 },
    ...{ im_studium_ende_unbekannt: 1, im_schule: 2, im_schuljahre_j7_11: 1, im_schuljahre_unbekannt: 1 },
  })
  t.equal(counted.counts.get('im_studium_ende_ja'), 0)
  t.strictSame(told(counted), [
    '3 Studium abgeschlossen: ja: widerspricht der Spalte „Studium begonnen“: dort steht „nein“',
    '5 Schuljahre: 6,5: ist noch nicht zugeordnet',
  ])
})

t.test('who is not counted is named with the row and the reason', async (t) => {
  const counted = await count(
    [
      'Stand: 15.12.2018;;',
      'Kennung;Plan begonnen am;Plan beendet am;Geschlecht',
      ...['1;01.05.2018;;w', '2;16.12.2018;;m', '3;15.12.2018;15.12.2018;m', '4;1.1.2017;14.12.2018;m'],
      ...['', 'Kennung;Plan begonnen am;Plan beendet am;Geschlecht', '1;01.05.2018;;m', ';;;w', '7;bald;;w'],
      ...['Hinweis: Liste aus dem Fachverfahren', 'Insgesamt: 6;;;'],
    ].join('\n'),
  )
  t.strictSame(filled(counted), { im_geschlecht_frauen: 1, im_geschlecht_maenner: 2, im_plan: 3 })
  t.strictSame(counted.left, [
    { line: 4, reason: 'Plan erst nach dem Stichtag begonnen (16.12.2018)' },
    { line: 6, reason: 'Plan schon vor dem Stichtag beendet (14.12.2018)' },
    { line: 8, reason: 'wiederholt die Überschriften' },
    { line: 10, reason: 'hat nur eine ausgefüllte Zelle („w“)' },
    { line: 12, reason: 'hat nur eine ausgefüllte Zelle („Hinweis: Liste aus dem Fachverfahren“)' },
    { line: 13, reason: 'ist eine Summenzeile („Insgesamt: 6“)' },
  ])
  t.strictSame(counted.twins, [{ key: '1', lines: [3, 9], differ: true }])
  t.strictSame(told(counted), ['11 Plan begonnen am: bald: ist kein Datum; die Person ist gezählt'])
  const none = await count('Kennung;Geschlecht\n')
  t.strictSame([none.persons, filled(none)], [0, {}])
})

t.test('what has no field is told, and may be counted as somebody says', async (t) => {
  const csv = 'AZ;Geschlecht;Unterbringung\n1;d;Kloster\n2;w;GU\n'
  const open = await count(csv)
  t.strictSame(told(open), [
    '2 Unterbringung: Kloster: ist noch nicht zugeordnet',
    '2 Geschlecht: d: dafür hat der Fragebogen kein Feld',
  ])
  const said = await count(csv, { decided: { geschlecht: { d: '?' }, unterbringung: { kloster: 'private Wohnung' } } })
  t.match([filled(said), said.unplaced], [{ im_geschlecht_unbekannt: 1, im_unterbringung_privat: 1 }, []])
})

t.test(
  'columns are found by their headings, nearly so called ones and contents, and stay as they were said to be',
  async (t) => {
    const csv =
      'Nr;Land;Wohnform (aktuell);Geb. Ort;Deutsch\n1;Syrien;GU;Aleppo;A2\n2;Irak;privat;Mossul;B1\n3;Iran;;Ghom;B2\n'
    const [table] = await readListFile(new TextEncoder().encode(csv), async () => {})
    if (table === undefined) throw new Error('no table')
    const guess = (said: [string, string][] = []) => Object.fromEntries(guessColumns(plan, table, 0, new Map(said)))
    t.strictSame(guess(), { unterbringung: 2, herkunft: 1, sprache: 4 })
    t.strictSame(
      guess([
        ['sprache', 'nr'],
        ['herkunft', ''],
      ]),
      { sprache: 0, unterbringung: 2 },
    )
    // A heading over two columns, of which one is blank.
    const rows = [
      ['Person', 'Wohnen', 'Wohnen'],
      ['Nr', '', 'Unterbringung'],
      ['1', '', 'GU'],
      ['2', '', 'privat'],
    ]
    t.strictSame(Object.fromEntries(guessColumns(plan, { ...table, rows }, 1, new Map())), { unterbringung: 2 })
  },
)
