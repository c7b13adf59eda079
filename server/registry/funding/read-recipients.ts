import { kreisName } from '../../domain/kreis-name.ts'
import { type Read, readRows } from '../read-rows.ts'
import type { NumberedRow } from '../read-table.ts'
import { dateFaults, type Faults, type Validity, validityOf } from '../validity.ts'
import { clashOf, coverFaults, inForce } from './in-force.ts'
import {
  isProvider,
  isRecipientKind,
  lastDayOfAllKinds,
  type Provider,
  providers,
  type RecipientKind,
  recipientKinds,
} from './kinds.ts'
import type { KnownFunding } from './known-funding.ts'
import type { DurchfuehrungRow, EmpfaengerRow } from './rows.ts'
import { tidyCells } from './tidy-cells.ts'

type Cells = Record<string, string>
type Content = readonly NumberedRow[]

const keyShape = /^[1-4]\d{5}$/
const oneOf = (keys: object) => Object.keys(keys).join(', ')

/** Who receives the grant, a row each. */
export function readEmpfaenger(content: Content, file: string, known: KnownFunding): Read<EmpfaengerRow> {
  return readRows(content, file, {
    columns: { required: ['empfaenger', 'art', 'name', 'gueltig_ab'], optional: ['gueltig_bis'] },
    key: 'empfaenger',
    tidy: tidyCells,
    faultsOf: (cells) => empfaengerFaults(cells, known),
    toRow: ({ empfaenger = '', art = '', name = '', ...cells }) => ({
      empfaenger,
      art: isRecipientKind(art) ? art : 'kreis',
      name,
      ...validityOf(cells),
    }),
  })
}

function empfaengerFaults(cells: Cells, known: KnownFunding): Faults {
  const { empfaenger = '', art = '', name = '', gueltig_ab = '' } = cells
  const faults: Faults = []
  if (name === '') faults.push(['name', 'Der Name des Zuwendungsempfängers fehlt.'])
  if (!isRecipientKind(art)) faults.push(['art', `„${art}“ ist keine Art. Möglich sind: ${oneOf(recipientKinds)}.`])
  if (!keyShape.test(empfaenger))
    faults.push([
      'empfaenger',
      `„${empfaenger}“ ist kein Schlüssel: sechs Ziffern ohne „08“, ein Kreis mit 000 am Ende.`,
    ])
  if (faults.length > 0 || !isRecipientKind(art) || dateFaults('', gueltig_ab).length > 0) return faults
  const row = validityOf(cells)
  faults.push(...unknownFaults(empfaenger, art, row.valid_from, known), ...ruleFaults(art, row))
  const clash = clashOf(
    known.empfaenger.filter((one) => one.empfaenger === empfaenger),
    row,
  )
  if (clash !== undefined) faults.push(['empfaenger', `${empfaenger} ist ${heldWords(clash)} schon eingetragen.`])
  return faults
}

function unknownFaults(empfaenger: string, art: RecipientKind, day: string, known: KnownFunding): Faults {
  if (art === 'verbund')
    return known.verbuende.has(empfaenger)
      ? []
      : [
          [
            'empfaenger',
            `Den Verbund ${empfaenger} gibt es nicht. Bitte lesen Sie zuerst die Datei der Antragsverbünde ein.`,
          ],
        ]
  if (art === 'kreis') {
    const kreis = known.kreise.find((one) => `${one.kreis}000` === empfaenger)
    return kreis === undefined
      ? [['empfaenger', `${empfaenger} ist kein Kreis: drei Ziffern des Kreises und 000, zum Beispiel 117000.`]]
      : []
  }
  const gemeinde = inForce(
    known.gemeinden.filter(({ gkz }) => gkz === empfaenger),
    day,
  )
  if (gemeinde !== undefined) return []
  const kreis = known.kreise.find((one) => `${one.kreis}000` === empfaenger)
  if (kreis !== undefined) return [['art', `${empfaenger} ist ${kreisName(kreis)}: Bitte schreiben Sie „kreis“.`]]
  return [['empfaenger', `Die Kommune ${empfaenger} gibt es am ${day} nach dem Verzeichnis nicht.`]]
}

/** From 2025 on the grant goes to Kreise alone. */
function ruleFaults(art: RecipientKind, { valid_from, valid_to }: Validity): Faults {
  if (art === 'kreis' || (valid_to ?? '9999') <= lastDayOfAllKinds) return []
  const rule = 'Ab 2025 erhalten nur Stadt- und Landkreise die Zuwendung (VwV Integrationsmanagement 2023).'
  if (valid_from > lastDayOfAllKinds)
    return [
      [
        'art',
        `${rule} Bitte tragen Sie den Kreis ein; wer das Integrationsmanagement umsetzt, steht in der Datei der Durchführung.`,
      ],
    ]
  return [
    [
      'gueltig_bis',
      `${rule} Bitte nennen Sie hier den ${lastDayOfAllKinds} oder einen früheren Tag, und ab dann den Kreis in einer eigenen Zeile.`,
    ],
  ]
}

/** Who carries out the Integrationsmanagement of a Kommune, a row each. */
export function readDurchfuehrung(content: Content, file: string, known: KnownFunding): Read<DurchfuehrungRow> {
  return readRows(content, file, {
    columns: { required: ['gkz', 'empfaenger', 'durchfuehrung', 'gueltig_ab'], optional: ['durch', 'gueltig_bis'] },
    key: 'gkz',
    tidy: tidyCells,
    faultsOf: (cells) => durchfuehrungFaults(cells, known),
    toRow: ({ gkz = '', empfaenger = '', durchfuehrung = '', durch = '', ...cells }) => {
      const validity = validityOf(cells)
      const wer = isProvider(durchfuehrung) ? durchfuehrung : 'selbst'
      return {
        gkz,
        gemeinde_valid_from: gemeindeAt(known, gkz, validity.valid_from)?.valid_from ?? '',
        empfaenger,
        wer,
        durch: durch || { selbst: gkz, kreis: kreisKeyOf(gkz), kommune: '', verbund: '', frei: '' }[wer],
        ...validity,
      }
    },
  })
}

function durchfuehrungFaults(cells: Cells, known: KnownFunding): Faults {
  const { gkz = '', empfaenger = '', durchfuehrung = '', durch = '', gueltig_ab = '' } = cells
  const faults: Faults = []
  if (!keyShape.test(gkz)) faults.push(['gkz', `„${gkz}“ ist keine Gemeindekennziffer: sechs Ziffern ohne „08“.`])
  if (!keyShape.test(empfaenger))
    faults.push([
      'empfaenger',
      `„${empfaenger}“ ist kein Schlüssel: sechs Ziffern ohne „08“, ein Kreis mit 000 am Ende.`,
    ])
  if (!isProvider(durchfuehrung))
    faults.push(['durchfuehrung', `„${durchfuehrung}“ ist nicht bekannt. Möglich sind: ${oneOf(providers)}.`])
  if (faults.length > 0 || !isProvider(durchfuehrung) || dateFaults('', gueltig_ab).length > 0) return faults
  const row = validityOf(cells)
  if (gemeindeAt(known, gkz, gueltig_ab) === undefined)
    faults.push(['gkz', `Die Kommune ${gkz} gibt es am ${gueltig_ab} nach dem Verzeichnis nicht.`])
  const receiving = known.empfaenger.filter((one) => one.empfaenger === empfaenger)
  faults.push(...coverFaults(receiving, row, 'empfaenger', `Der Zuwendungsempfänger ${empfaenger}`))
  if (receiving.some(({ art }) => art === 'kreis') && kreisKeyOf(gkz) !== empfaenger)
    faults.push(['empfaenger', `${gkz} liegt nicht im Kreis ${empfaenger.slice(0, 3)}.`])
  faults.push(...providerFaults({ gkz, wer: durchfuehrung, durch, day: gueltig_ab }, known))
  const clash = clashOf(
    known.durchfuehrung.filter((one) => one.gkz === gkz),
    row,
  )
  if (clash !== undefined)
    faults.push(['gkz', `Für ${gkz} ist ${heldWords(clash)} schon eine Durchführung eingetragen.`])
  return faults
}

function providerFaults(
  { gkz, wer, durch, day }: { gkz: string; wer: Provider; durch: string; day: string },
  known: KnownFunding,
): Faults {
  const refuse = (sentence: string): Faults => [['durch', sentence]]
  switch (wer) {
    case 'selbst':
      return durch === '' || durch === gkz ? [] : refuse(`Bei „selbst“ bleibt die Spalte leer, oder sie nennt ${gkz}.`)
    case 'kreis':
      return durch === '' || durch === kreisKeyOf(gkz)
        ? []
        : refuse(`Bei „kreis“ bleibt die Spalte leer, oder sie nennt ${kreisKeyOf(gkz)}.`)
    case 'kommune':
      if (durch === gkz) return refuse('Das ist die Kommune selbst: Bitte schreiben Sie „selbst“.')
      return gemeindeAt(known, durch, day) === undefined
        ? refuse(`Die Kommune „${durch}“ gibt es am ${day} nach dem Verzeichnis nicht.`)
        : []
    case 'verbund':
      return known.verbuende.has(durch)
        ? []
        : refuse(`Den Verbund „${durch}“ gibt es nicht. Bitte lesen Sie zuerst die Datei der Antragsverbünde ein.`)
    case 'frei':
      return /\p{L}{2}/u.test(durch) ? [] : refuse('Bitte nennen Sie den freien Träger mit seinem Namen.')
  }
}

const gemeindeAt = ({ gemeinden }: KnownFunding, gkz: string, day: string) =>
  inForce(
    gemeinden.filter((one) => one.gkz === gkz),
    day,
  )

const kreisKeyOf = (gkz: string) => `${gkz.slice(0, 3)}000`

const heldWords = ({ valid_from, valid_to }: Validity) =>
  `vom ${valid_from}${valid_to === null ? ' an' : ` bis ${valid_to}`}`
