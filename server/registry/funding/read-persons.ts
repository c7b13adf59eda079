import { isQualification } from '../../../analysis/qualifications/qualification.ts'
import { type Read, readPlaced, readRows } from '../read-rows.ts'
import { type NumberedRow, namedRows, type TableProblem } from '../read-table.ts'
import { endedByNext } from '../succession.ts'
import { dateFaults, type Faults, type Validity, validityOf } from '../validity.ts'
import { clashOf, coverFaults, heldUntil } from './in-force.ts'
import type { KnownFunding } from './known-funding.ts'
import { overfull } from './overfull.ts'
import type { EinsatzRow, FortbildungRow, QualifikationRow } from './rows.ts'
import { tidyCells } from './tidy-cells.ts'

type Cells = Record<string, string>
type Content = readonly NumberedRow[]

const share = /^[01](?:[.,]\d{1,2})?$/
const shareOf = (text: string) => Number(text.replace(',', '.'))
const keyOf = ({ im_nummer, empfaenger }: Cells) => `${im_nummer} ${empfaenger}`

/** Where a person works, with what share of a full post: a row for each recipient that the person works for. */
export function readEinsaetze(content: Content, file: string, known: KnownFunding): Read<EinsatzRow> {
  const { rows: placed, problems } = readPlaced(content, file, {
    columns: { required: ['im_nummer', 'empfaenger', 'vzae', 'gueltig_ab'], optional: ['gueltig_bis'] },
    key: 'im_nummer',
    keyOf,
    tidy: tidyCells,
    faultsOf: (cells) => einsatzFaults(cells, known),
    toRow: ({ im_nummer = '', empfaenger = '', vzae = '', ...cells }) => ({
      einsatz: keyOf({ im_nummer, empfaenger }),
      im_nummer,
      empfaenger,
      vzae: shareOf(vzae),
      ...validityOf(cells),
    }),
  })
  const rows = endedByNext(placed)
  const tooMuch = overfull(known.einsaetze, rows).map(({ row, sentence }): TableProblem => {
    const line = placed[rows.indexOf(row)]?.line ?? 1
    return { file, line, column: 'vzae', sentence }
  })
  return { rows, problems: [...problems, ...tooMuch].sort((a, b) => a.line - b.line) }
}

function einsatzFaults(cells: Cells, known: KnownFunding): Faults {
  const { im_nummer = '', empfaenger = '', vzae = '', gueltig_ab = '' } = cells
  const faults: Faults = []
  if (!share.test(vzae) || shareOf(vzae) === 0 || shareOf(vzae) > 1)
    faults.push([
      'vzae',
      `„${vzae}“ ist kein Anteil an einer vollen Stelle: erwartet wird eine Zahl über 0 und höchstens 1, zum Beispiel 0,75.`,
    ])
  if (dateFaults('', gueltig_ab).length > 0) return faults
  const row = validityOf(cells)
  faults.push(...personFaults(im_nummer, row, known))
  faults.push(
    ...coverFaults(
      known.empfaenger.filter((one) => one.empfaenger === empfaenger),
      row,
      'empfaenger',
      `Der Zuwendungsempfänger „${empfaenger}“`,
    ),
  )
  const clash = clashOf(
    known.einsaetze.filter(({ einsatz }) => einsatz === keyOf(cells)),
    row,
  )
  if (clash !== undefined)
    faults.push(['im_nummer', `Für ${im_nummer} ist bei ${empfaenger} ${since(clash)} schon ein Einsatz eingetragen.`])
  return faults
}

/** How a person is qualified after Nr. 4.2.2 of the VwV, from a day on. */
export function readQualifikationen(content: Content, file: string, known: KnownFunding): Read<QualifikationRow> {
  return readRows(content, file, {
    columns: {
      required: ['im_nummer', 'qualifikation', 'gueltig_ab'],
      optional: ['nachqualifizierung_ab', 'nachqualifizierung_bis', 'nachqualifizierung_entfaellt', 'gueltig_bis'],
    },
    key: 'im_nummer',
    tidy: tidyCells,
    faultsOf: (cells) => qualifikationFaults(cells, known),
    toRow: ({ im_nummer = '', qualifikation = '', ...cells }) => ({
      im_nummer,
      art: isQualification(qualifikation) ? qualifikation : 'ungeklaert',
      nachqualifizierung_ab: cells.nachqualifizierung_ab || null,
      nachqualifizierung_bis: cells.nachqualifizierung_bis || null,
      nachqualifizierung_entfaellt: cells.nachqualifizierung_entfaellt === 'ja',
      ...validityOf(cells),
    }),
  })
}

function qualifikationFaults(cells: Cells, known: KnownFunding): Faults {
  const { im_nummer = '', qualifikation = '', gueltig_ab = '' } = cells
  const { nachqualifizierung_ab: from = '', nachqualifizierung_bis: to = '', nachqualifizierung_entfaellt = '' } = cells
  const faults: Faults = []
  if (!isQualification(qualifikation))
    faults.push([
      'qualifikation',
      `„${qualifikation}“ ist nicht bekannt. Möglich sind: a, b, c (Nr. 4.2.2 der VwV) und ungeklaert.`,
    ])
  if (!['', 'ja', 'nein'].includes(nachqualifizierung_entfaellt))
    faults.push([
      'nachqualifizierung_entfaellt',
      `„${nachqualifizierung_entfaellt}“: Bitte schreiben Sie ja oder nein.`,
    ])
  if (nachqualifizierung_entfaellt === 'ja' && from !== '')
    faults.push(['nachqualifizierung_entfaellt', 'Eine Nachqualifizierung, die entfällt, kann nicht begonnen haben.'])
  if (from !== '') faults.push(...dateFaults('nachqualifizierung_ab', from))
  if (to !== '') faults.push(...dateFaults('nachqualifizierung_bis', to))
  if (to !== '' && (from === '' || to < from))
    faults.push([
      'nachqualifizierung_bis',
      'Vor dem Ende der Nachqualifizierung muss ihr Beginn stehen (nachqualifizierung_ab).',
    ])
  if (dateFaults('', gueltig_ab).length > 0) return faults
  const row = validityOf(cells)
  faults.push(...personFaults(im_nummer, row, known))
  const clash = clashOf(
    known.qualifikationen.filter((one) => one.im_nummer === im_nummer),
    row,
  )
  if (clash !== undefined)
    faults.push(['im_nummer', `Für ${im_nummer} ist ${since(clash)} schon eine Qualifikation eingetragen.`])
  return faults
}

/** Days of further training; a person may have several. */
export function readFortbildungen(content: Content, file: string, known: KnownFunding): Read<FortbildungRow> {
  const columns = { required: ['im_nummer', 'fortbildung_am'], optional: [] }
  const table = namedRows(content, file, columns)
  const rows: FortbildungRow[] = []
  const problems = [...table.problems]
  const seen = new Map<string, number>()
  for (const { line, cells: written } of table.rows) {
    const { im_nummer = '', fortbildung_am: am = '' } = tidyCells(written)
    const earlier = seen.get(`${im_nummer} ${am}`)
    const faults = [
      ...dateFaults('fortbildung_am', am),
      ...numberFaults(im_nummer, known),
      ...(earlier === undefined ? [] : ([['im_nummer', `Das steht schon in Zeile ${earlier}.`]] satisfies Faults)),
    ]
    seen.set(`${im_nummer} ${am}`, earlier ?? line)
    problems.push(...faults.map(([column, sentence]) => ({ file, line, column, sentence })))
    if (faults.length === 0) rows.push({ im_nummer, am })
  }
  return { rows, problems: problems.sort((a, b) => a.line - b.line) }
}

function numberFaults(im_nummer: string, { numbers }: KnownFunding): Faults {
  if (numbers.some((one) => one.im_nummer === im_nummer)) return []
  return [
    [
      'im_nummer',
      `Die Nummer „${im_nummer}“ steht nicht im Verzeichnis. Bitte lesen Sie zuerst die Datei der Nummern ein.`,
    ],
  ]
}

function personFaults(im_nummer: string, row: Validity, known: KnownFunding): Faults {
  const unknown = numberFaults(im_nummer, known)
  if (unknown.length > 0) return unknown
  const own = known.numbers.filter((one) => one.im_nummer === im_nummer)
  if (heldUntil(own, row.valid_from) !== undefined) return []
  return [['gueltig_ab', `Am ${row.valid_from} gilt die Nummer ${im_nummer} nach dem Verzeichnis nicht.`]]
}

const since = ({ valid_from, valid_to }: Validity) =>
  `vom ${valid_from}${valid_to === null ? ' an' : ` bis ${valid_to}`}`
