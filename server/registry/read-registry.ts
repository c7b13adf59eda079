import { type Read, readRows } from './read-rows.ts'
import { dateFaults, type Faults, type Validity, validityOf } from './validity.ts'

export interface KreisRow extends Validity {
  kreis: string
  name: string
  typ: 'Stadtkreis' | 'Landkreis'
  regierungsbezirk: string
}

export interface GemeindeRow extends Validity {
  gkz: string
  name: string
  kreis: string
  population: number | null
  population_date: string | null
}

type Cells = Record<string, string>

const districts = ['Stuttgart', 'Karlsruhe', 'Freiburg', 'Tübingen']

export function readKreise(text: string, file: string): Read<KreisRow> {
  return readRows(text, file, {
    columns: { required: ['kreis', 'name', 'typ', 'regierungsbezirk', 'gueltig_ab'], optional: ['gueltig_bis'] },
    key: 'kreis',
    faultsOf: kreisFaults,
    toRow: ({ kreis = '', name = '', typ, regierungsbezirk = '', ...cells }) => ({
      kreis,
      name,
      typ: typ === 'Stadtkreis' ? 'Stadtkreis' : 'Landkreis',
      regierungsbezirk,
      ...validityOf(cells),
    }),
  })
}

/** `kreise`: the keys that the first three digits of a Kommune may be. */
export function readGemeinden(text: string, file: string, kreise: ReadonlySet<string>): Read<GemeindeRow> {
  return readRows(text, file, {
    columns: { required: ['gkz', 'name', 'einwohner', 'stand', 'gueltig_ab'], optional: ['gueltig_bis'] },
    key: 'gkz',
    faultsOf: (cells) => gemeindeFaults(cells, kreise),
    toRow: ({ gkz = '', name = '', einwohner, stand, ...cells }) => ({
      gkz,
      name,
      kreis: gkz.slice(0, 3),
      population: einwohner ? Number(einwohner) : null,
      population_date: stand || null,
      ...validityOf(cells),
    }),
  })
}

function kreisFaults({ kreis = '', name = '', typ = '', regierungsbezirk = '' }: Cells): Faults {
  const faults: Faults = []
  if (!/^[1-4]\d\d$/.test(kreis)) faults.push(['kreis', `„${kreis}“ ist kein Kreisschlüssel: drei Ziffern ohne „08“.`])
  if (name === '') faults.push(['name', 'Der Name fehlt.'])
  if (typ !== 'Stadtkreis' && typ !== 'Landkreis') {
    faults.push(['typ', `„${typ}“ ist weder Stadtkreis noch Landkreis.`])
  }
  const expected = districts[Number(kreis[0]) - 1]
  if (expected !== undefined && regierungsbezirk !== expected) {
    faults.push(['regierungsbezirk', `„${regierungsbezirk}“ passt nicht zu ${kreis}: erwartet wird ${expected}.`])
  }
  return faults
}

function gemeindeFaults(
  { gkz = '', name = '', einwohner = '', stand = '' }: Cells,
  kreise: ReadonlySet<string>,
): Faults {
  const faults: Faults = []
  if (!/^\d{6}$/.test(gkz)) {
    faults.push(['gkz', `„${gkz}“ ist keine Gemeindekennziffer: sechs Ziffern ohne „08“ am Anfang.`])
  } else if (!kreise.has(gkz.slice(0, 3))) {
    faults.push(['gkz', `Den Kreis ${gkz.slice(0, 3)} (die ersten drei Ziffern von ${gkz}) gibt es nicht.`])
  }
  if (name === '') faults.push(['name', 'Der Name fehlt.'])
  if (!/^\d{0,9}$/.test(einwohner)) {
    faults.push(['einwohner', `„${einwohner}“ ist keine Anzahl: erwartet werden nur Ziffern, ohne Punkt und Komma.`])
  }
  if (einwohner !== '' || stand !== '') faults.push(...dateFaults('stand', stand))
  return faults
}
