import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { figuresOf } from '../../../analysis/rollup/figures.ts'
import { type HandOver, handOverOf, warningBefore } from '../../../analysis/rollup/hand-over.ts'
import type { WayUp } from '../../../schemas/way-up.ts'
import type { Format } from '../../../server/export/formats/format.ts'
import { formatNamed } from '../../../server/export/formats/index.ts'
import { writeTable } from '../../../server/export/write-table.ts'
import { typeset } from '../../../server/paper/typeset.ts'
import { handOverPaper } from '../../../server/rollup/hand-over-paper.ts'
import { handOverTable } from '../../../server/rollup/hand-over-table.ts'
import { wayFrom } from '../../../surveys/ways/load-ways.ts'
import { published } from '../../support/published.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { readWorkbooksWithPython } from '../../support/read-with-python.ts'
import { structureOf, Year } from '../../support/roll-up-world.ts'

const way = (await wayFrom('kennzahlen')) as WayUp
const instruments = await Promise.all(['kennzahlen', 'kennzahlen-traeger'].map((id) => published(id)))
const labels = new Map(instruments.flatMap((one) => [...one.labels]))

/** Göppingen: Cem works for both recipients, Dora has given nothing. */
function workedYear(): Year {
  const structure = structureOf(
    { ada: ['donzdorf'], cem: ['donzdorf', 'salach'], dora: ['salach'] },
    { donzdorf: '117', salach: '117' },
  )
  const year = new Year(structure, figuresOf(way))
  year.gives('person/ada', { erreicht: 3200, beratungen: 9000, plaene: 12, monate: 12 })
  year.gives('person/cem', { erreicht: 1010, beratungen: 2500, plaene: 0, monate: 12 })
  year.gives('empfaenger/donzdorf', { vzae: 2.25, zuwendung: 115_000.5, zielpersonen: 5000 })
  year.gives('empfaenger/salach', { vzae: 1.5, zuwendung: 76_500, zielpersonen: 900 })
  for (const key of ['donzdorf', 'salach']) year.signs('empfaenger', key, 'B. Beispiel')
  return year
}

const handed = (year: Year) => handOverOf(way, 2024, year.rolledUp(), 'kreis/117', labels)

function signedYear(): [Year, HandOver] {
  const year = workedYear()
  year.signs('kreis', '117', 'K. Koordination')
  return [year, handed(year) as HandOver]
}

t.test('nothing is handed over that nobody has signed', async (t) => {
  t.equal(handed(workedYear()), undefined)
})

t.test('figures stand in the order that the way names, with their missing parts', async (t) => {
  const [, one] = signedYear()
  t.strictSame(
    one.rows.map(({ figure }) => figure),
    way.handOver,
  )
  const words = (figure: string) => one.rows.find((row) => row.figure === figure)?.words
  t.equal(words('erreicht'), 'mindestens 4.210 aus 2 von 3', 'Cem once: 3.200 + 1.010')
  t.equal(words('vzae'), '3,75 aus allen 2')
  t.equal(words('zuwendung'), '191.500,5 aus allen 2')
  t.equal(words('geschlecht_divers'), 'keine Angabe von 3')
  t.equal(one.deadline, '31.03.2025')
  t.match(one.notes, [/^20 Summen sind unvollständig/, /^Eine Person arbeitet für mehrere/, /Klientinnen und Klienten/])
  t.equal(one.notes.length, 3)
})

t.test('a correction after the sign-off is told, and what was signed is handed over', async (t) => {
  const [year] = signedYear()
  year.gives('person/ada', { erreicht: 3000, beratungen: 9000, plaene: 12, monate: 12 })
  const below = handed(year) as HandOver
  t.match(below.notes.at(-1), /Ebene darunter wurde nach der Freigabe etwas geändert/)
  t.match(below.parts, [
    { name: 'donzdorf', changed: true },
    { name: 'salach', changed: false },
  ])
  year.signs('empfaenger', 'donzdorf')
  const above = handed(year) as HandOver
  t.match(above.notes.at(-1), /^Seit der Freigabe geändert: ein Wert/)
  t.equal(above.rows[0]?.sum.value, 4210)
})

t.test('a missing hand-over is warned of before its day and after it', async (t) => {
  t.equal(
    warningBefore(way, 2024, '2025-03-31', false),
    'Frist für die Übermittlung ist der 31.03.2025. Werden die Kennzahlen nicht erhoben oder nicht übermittelt, kann ' +
      'das Land die Zuwendung ganz oder teilweise zurückfordern.',
  )
  t.match(warningBefore(way, 2023, '2024-02-01', false), /^Die Frist endete am 31\.01\.2024\. Werden/)
  t.equal(warningBefore(way, 2024, '2025-03-01', true), '')
  t.equal(warningBefore(way, 2020, '2021-03-01', false), '')
})

t.test('other programs read the files, and the same state gives the same bytes', async (t) => {
  const folder = t.testdir({})
  const [first, second] = [signedYear()[1], signedYear()[1]]
  for (const name of ['csv', 'xlsx'] as const) {
    const format = formatNamed(name) as Format
    const paths = [first, second].map((one, index) => ({ one, path: join(folder, `${index}${format.ending}`) }))
    for (const { one, path } of paths) await writeTable(format, handOverTable(one, way.id, false, '1.2.3'), path)
    const [before, after] = await Promise.all(paths.map(({ path }) => readFile(path)))
    t.ok(before?.equals(after as Buffer), name)
  }
  const lines = (await readFile(join(folder, '0.csv'), 'utf8')).split('\r\n')
  t.equal(
    lines[0]?.replace('\ufeff', ''),
    'jahr,kennung,stelle,nr,kennzahl,bezeichnung,einheit,wert,aus,von,freigegeben_am,freigegeben_von,freigabe,synthetisch,verzeichnis_am',
  )
  t.match(
    lines[1],
    /^2024,117,117,1,erreicht,.*,4210,2,3,2025-01-02T07:00:00Z,K\. Koordination,1,0,2025-01-02T07:00:00Z$/,
  )
  t.match(lines[2], /,geschlecht_weiblich,.*,,0,3,/, 'nothing, and no 0')
  const [book] = readWorkbooksWithPython([join(folder, '0.xlsx')])
  t.match(book?.sheets.Daten?.[1], [2024, '117', '117', 1, 'erreicht', /Erreichte/, 'Personen', 4210, 2, 3])
  t.equal(book?.sheets.Daten?.length, way.handOver.length + 1)
})

t.test('the paper is tagged, has lines to sign on, and is always the same', async (t) => {
  const [, one] = signedYear()
  const printed = typeset('hand-over', handOverPaper(one, false))
  t.ok(Buffer.from(printed).equals(Buffer.from(typeset('hand-over', handOverPaper(one, false)))))
  const pdf = await readPdf(printed)
  t.match(pdf, { tagged: true, accessible: '1', language: 'de-DE', outside: [] })
  t.equal(pdf.title, 'Kennzahlen zum Integrationsmanagement 2024: 117')
  for (const words of [
    'mindestens 4.210 aus 2 von 3',
    'K. Koordination',
    'Unterschrift, Name in Druckschrift',
    'ganz oder teilweise zurückfordern',
    'freigegeben von B. Beispiel am 02.01.2025',
    'Jede zählt hier einmal',
  ])
    t.match(pdf.text, words)
  t.notMatch(pdf.text, 'synthetisch')
  t.match((await readPdf(typeset('hand-over', handOverPaper(one, true)))).text, 'Bitte übergeben Sie sie nicht')
})
