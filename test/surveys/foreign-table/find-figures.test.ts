import t from 'tap'
import { columnLetter } from '../../../analysis/sources/column-letter.ts'
import { findFigures } from '../../../surveys/foreign-table/find-figures.ts'
import { looksLikeList } from '../../../surveys/foreign-table/looks-like-list.ts'

/** A table as it is read from CSV. */
const table = (lines: string[], sheet = '') => ({
  sheet,
  rows: lines.map((text, index) => ({
    line: index + 1,
    cells: text.split(';').map((cell, place) => ({ text: cell, column: columnLetter(place) })),
  })),
})

/** `words = value`, or what is wrong. */
const said = (...tables: ReturnType<typeof table>[]) =>
  findFigures(tables).map(({ words, value, percent, fault }) =>
    fault === '' ? `${words} = ${value}${percent ? ' %' : ''}` : `${words} ! ${fault.slice(0, 30)}`,
  )

t.test('a report with title lines, merged heads, groups, running numbers, subtotals and blanks', async (t) => {
  const report = table([
    'Landratsamt Musterkreis',
    'Auswertung Integrationsmanagement, Stand 30.11.2026',
    '',
    ';;Geflüchtete;;Gesamt',
    'Nr.;Status;männlich;weiblich;',
    'Mit Titel',
    '1;anerkannt;1.234;987;2.221',
    '2;subsidiär geschützt;12;k. A.;12',
    'Zwischensumme;;1.246;987;2.233',
    'Ohne Titel',
    '3;Duldung;40;-;40',
    'Zwischensumme;;40;;40',
  ])
  t.strictSame(said(report), [
    'anerkannt · Geflüchtete · männlich = 1234',
    'anerkannt · Geflüchtete · weiblich = 987',
    'anerkannt · Gesamt = 2221',
    'subsidiär geschützt · Geflüchtete · männlich = 12',
    'subsidiär geschützt · Gesamt = 12',
    'Mit Titel · Zwischensumme · Geflüchtete · männlich = 1246',
    'Zwischensumme · Geflüchtete · weiblich = 987',
    'Mit Titel · Zwischensumme · Gesamt = 2233',
    'Duldung · Geflüchtete · männlich = 40',
    'Duldung · Gesamt = 40',
    'Ohne Titel · Zwischensumme · Geflüchtete · männlich = 40',
    'Ohne Titel · Zwischensumme · Gesamt = 40',
  ])
  t.equal(findFigures([report])[0]?.place, 'Zeile 7, Spalte C')
  const moved = table(['', '', ...report.rows.map(({ cells }) => `;${cells.map(({ text }) => text).join(';')}`)])
  t.strictSame(
    said(moved).filter((text) => text.startsWith('Duldung')),
    ['Duldung · Geflüchtete · männlich = 40', 'Duldung · Gesamt = 40'],
    'wherever it stands',
  )
})

t.test('a crosstab by status and sex, with merged cells at its side, and shares', async (t) => {
  t.strictSame(
    said(
      table(['Status;Geschlecht;Anzahl;Anteil', 'Duldung;männlich;12;60 %', ';weiblich;8;40,5 %', 'keine Angabe;;3;']),
    ),
    [
      'Duldung · männlich · Anzahl = 12',
      'Duldung · männlich · Anteil = 60 %',
      'Duldung · weiblich · Anzahl = 8',
      'Duldung · weiblich · Anteil = 40,5 %',
      'keine Angabe · Anzahl = 3',
    ],
  )
})

t.test('one wide row, whatever day its head names, and years as heads', async (t) => {
  const wide = (day: string) => table([`Kommune;Zielpersonen am ${day};davon Frauen`, "Ulm;1'234;600"])
  t.strictSame(said(wide('30.11.2026')), ['Ulm · Zielpersonen am = 1234', 'Ulm · davon Frauen = 600'])
  t.strictSame(said(wide('31.12.2026')), said(wide('30.11.2026')))
  t.strictSame(said(table(['Kennzahl;2025;2026', 'Insgesamt;10;20'])), [
    'Insgesamt · 2025 = 10',
    'Insgesamt · 2026 = 20',
  ])
  const days = table(['Kennzahl;31.12.2025;31.12.2026', 'Insgesamt;10;20'])
  t.strictSame(said(days), ['Insgesamt · 31.12.2025 = 10', 'Insgesamt · 31.12.2026 = 20'], 'only days tell them apart')
})

t.test('German and English numbers are read, and not guessed where a file has both', async (t) => {
  const value = (...cells: string[]) => findFigures([table(cells.map((cell, place) => `Zahl ${place};${cell}`))])
  const values = (...cells: string[]) => value(...cells).map((one) => one.value || one.fault.slice(0, 25))
  t.strictSame(values('1.234', '12,5', '1.234.567,8'), ['1234', '12,5', '1234567,8'])
  t.strictSame(values('1,234', '12.5', '1,234,567.8'), ['1234', '12,5', '1234567,8'])
  t.strictSame(values('1,234', '12.5', '0,75'), ['„1,234“ ist nicht sicher ', '12,5', '0,75'])
  t.strictSame(values('−3', '1 234', '2,0', '100 %'), ['-3', '1234', '2', '100'])
  const share = {
    sheet: '',
    rows: [
      {
        line: 1,
        cells: [
          { text: 'Quote', column: 'A' },
          { text: '0,25', column: 'B', percent: true },
        ],
      },
    ],
  }
  t.match(findFigures([share]), [{ value: '25', percent: true }], 'as a spreadsheet keeps shares')
  t.strictSame(values('08111000', '12/2026', '30.11.2026', '12.2026', '3 bis 5', '1.23.456'), [])
})

t.test('what has the same words twice, or none, is said to be so and goes nowhere', async (t) => {
  t.strictSame(said(table(['Duldung;5', 'Duldung;7', ';', '9'])), [
    'Duldung ! So heißen in der Datei 2 Zahle',
    'Duldung ! So heißen in der Datei 2 Zahle',
    ' ! Neben und über der Zahl steht ',
  ])
  const [frauen, maenner] = [table(['Duldung;5'], 'Frauen'), table(['Duldung;7', 'Titel;1'], 'Männer')]
  t.strictSame(said(frauen, maenner), ['Frauen · Duldung = 5', 'Männer · Duldung = 7', 'Titel = 1'])
  const long = 'ä'.repeat(199)
  t.strictSame(said(table([`${long};1`])), [`${long} = 1`])
  const cut = findFigures([table([`${long} männlich;1`])])
  t.match(cut, [{ words: /^ä{199}$/, fault: /länger als 200 Zeichen/ }], 'weiblich would read the same')
})

t.test('errors of formulas and signs that nobody sees name nothing, and deep heads take no time', async (t) => {
  t.strictSame(said(table(['Status;m;w', 'Duldung;#DIV/0!;5', 'Gestattung;#NV;6\0'])), ['Duldung · w = 5'])
  t.strictSame(said(table(['Status;m\0', 'Dul\0dung;5'])), ['Duldung · m = 5'])
  const deep = Array.from({ length: 15 }, (_, row) => `Kopf ${row};Spalte ${row}`)
  t.equal(findFigures([table([...deep, 'Duldung;5'])])[0]?.words.split(' · ').length, 11)
})

t.test('a list of persons is told from a table of figures', async (t) => {
  const person = 'Name;Vorname;geboren;Status;Kurs'
  t.ok(looksLikeList(table([person, ...Array.from({ length: 12 }, () => 'X;Y;1.2.1990;Duldung;ja')])))
  t.notOk(looksLikeList(table(['Status;m;w;d;Summe', ...Array.from({ length: 12 }, () => 'Duldung;1;2;3;6')])))
})
