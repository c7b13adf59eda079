import { readGkz } from '../../surveys/reading/gkz.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { type Read, readRows } from './read-rows.ts'
import { readTable } from './read-table.ts'
import { dateFaults, type Faults, type Validity, validityOf } from './validity.ts'

/** A Kommune as a member of an Antragsverbund. */
export interface MitgliedRow extends Validity {
  gkz: string
  verbund: string
  /** The name of the Verbund. */
  name: string
  /** The Kommune as it is at the first day. */
  gemeinde_valid_from: string
}

export interface ImNummerRow extends Validity {
  im_nummer: string
  verbund: string
}

/** What the registry holds already. */
export interface Known {
  register: Pick<Register, 'gemeinden' | 'kreise'>
  gemeinden: readonly (Validity & { gkz: string })[]
  mitglieder: readonly (Validity & { gkz: string; verbund: string })[]
}

const verbundColumns = { required: ['verbund', 'name', 'gkz', 'gueltig_ab'], optional: ['gueltig_bis'] }
const imNummerColumns = { required: ['im_nummer', 'gueltig_ab'], optional: ['gueltig_bis'] }

/** One row for each Kommune of a Verbund; the name of the Verbund stands in every one of its rows. */
export function readVerbuende(text: string, file: string, known: Known): Read<MitgliedRow> {
  const restated = new Set(
    readTable(text, file, verbundColumns).rows.map(({ cells }) => `${cells.gkz} ${cells.gueltig_ab}`),
  )
  const others = known.mitglieder.filter(({ gkz, valid_from }) => !restated.has(`${gkz} ${valid_from}`))
  const names = new Map<string, string>()
  return readRows(text, file, {
    columns: verbundColumns,
    key: 'gkz',
    faultsOf: (cells) => [...verbundFaults(cells, known.register, names), ...memberFaults(cells, known, others)],
    toRow: ({ verbund = '', name = '', gkz = '', ...cells }) => {
      const validity = validityOf(cells)
      return {
        gkz,
        verbund,
        name,
        gemeinde_valid_from: gemeindeAt(known, gkz, validity.valid_from)?.valid_from ?? '',
        ...validity,
      }
    },
  })
}

/** `verbuende`: those that the first six digits of a number may be. */
export function readImNummern(text: string, file: string, verbuende: ReadonlySet<string>): Read<ImNummerRow> {
  const seen = new Set<string>()
  return readRows(text, file, {
    columns: imNummerColumns,
    key: 'im_nummer',
    faultsOf: ({ im_nummer = '' }) => imNummerFaults(im_nummer, verbuende, seen),
    toRow: ({ im_nummer = '', ...cells }) => ({ im_nummer, verbund: im_nummer.slice(0, 6), ...validityOf(cells) }),
  })
}

type Cells = Record<string, string>

/** `names` remembers the name of each Verbund from its first row on. */
function verbundFaults({ verbund = '', name = '' }: Cells, register: Known['register'], names: Map<string, string>) {
  const faults: Faults = []
  if (!/^\d{6}$/.test(verbund)) {
    faults.push(['verbund', `„${verbund}“ ist nicht die Nummer eines Antragsverbunds: sechs Ziffern ohne „08“.`])
  } else if (!register.kreise.has(verbund.slice(0, 3))) {
    faults.push(['verbund', `Den Kreis ${verbund.slice(0, 3)} (die ersten drei Ziffern von ${verbund}) gibt es nicht.`])
  }
  if (name === '') faults.push(['name', 'Der Name des Antragsverbunds fehlt.'])
  const first = names.get(verbund) ?? name
  names.set(verbund, first)
  if (name !== '' && first !== name)
    faults.push(['name', `Der Antragsverbund ${verbund} heißt weiter oben „${first}“, hier „${name}“.`])
  return faults
}

function memberFaults(
  { gkz = '', gueltig_ab = '', gueltig_bis = '' }: Cells,
  known: Known,
  others: Known['mitglieder'],
) {
  const read = readGkz(gkz, { ...known.register, verbuende: new Map() })
  const faults: Faults = 'problem' in read ? [['gkz', read.problem.message]] : []
  if (faults.length > 0 || dateFaults('', gueltig_ab).length > 0) return faults
  if (gemeindeAt(known, gkz, gueltig_ab) === undefined)
    faults.push(['gueltig_ab', `Am ${gueltig_ab} gibt es die Kommune ${gkz} nach dem Verzeichnis nicht.`])
  const clash = others.find(
    (other) =>
      other.gkz === gkz &&
      (other.valid_from < gueltig_ab
        ? other.valid_to !== null && other.valid_to >= gueltig_ab
        : gueltig_bis !== '' && other.valid_from <= gueltig_bis),
  )
  if (clash !== undefined) {
    const until = clash.valid_to === null ? '' : ` bis ${clash.valid_to}`
    faults.push([
      'gkz',
      `${gkz} gehört vom ${clash.valid_from}${until} schon zum Antragsverbund ${clash.verbund}, also zur selben Zeit.`,
    ])
  }
  return faults
}

/** `seen` remembers the numbers of the rows above. */
function imNummerFaults(im_nummer: string, verbuende: ReadonlySet<string>, seen: Set<string>): Faults {
  if (!/^\d{6}-\d{3}$/.test(im_nummer)) {
    return [
      [
        'im_nummer',
        `„${im_nummer}“ ist keine Nummer: sechs Ziffern des Antragsverbunds, ein Bindestrich, drei Ziffern, zum Beispiel 111000-001.`,
      ],
    ]
  }
  const verbund = im_nummer.slice(0, 6)
  if (seen.has(im_nummer))
    return [['im_nummer', `${im_nummer} steht schon weiter oben; jede Nummer gibt es nur einmal.`]]
  seen.add(im_nummer)
  if (verbuende.has(verbund)) return []
  return [['im_nummer', `Den Antragsverbund ${verbund} (die ersten sechs Ziffern von ${im_nummer}) gibt es nicht.`]]
}

const gemeindeAt = ({ gemeinden }: Known, gkz: string, day: string) =>
  gemeinden.find((one) => one.gkz === gkz && one.valid_from <= day && (one.valid_to === null || one.valid_to >= day))
