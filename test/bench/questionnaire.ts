import type { Instrument } from '../../surveys/compile/instrument.ts'

const singles = 6
const groups = 9
const items = 16

const two = (number: number) => String(number).padStart(2, '0')
const numbered = <T>(count: number, make: (number: string, index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(two(index + 1), index))

export const section = 'alles'

/** A questionnaire with 150 number fields on one page, tied together by sums and comparisons as in a real one. */
export function largeQuestionnaire(): object {
  const single = (number: string) => ({
    number: `F${number}`,
    id: `anzahl_${number}`,
    kind: 'count',
    title: `Wie viele Personen gab es am {stichtag}, Zählung ${number}?`,
    label: `Anzahl der Personen, Zählung ${number}`,
  })
  const group = (number: string, index: number) => ({
    number: `F${two(singles + index + 1)}`,
    id: `gruppe_${number}`,
    kind: 'counts',
    title: `Wie verteilen sich diese Personen, Verteilung ${number}?`,
    help: 'Bitte zählen Sie jede Person einmal. Trifft etwas auf niemanden zu, tragen Sie bitte 0 ein.',
    lead: 'Anzahl der Personen',
    items: numbered(items, (item) => ({ code: item, label: `in der Gruppe ${item}, Verteilung ${number}` })),
    notAvailable: 'Diese Information liegt nicht vor.',
  })
  return {
    id: 'groesse',
    version: '1.0.0',
    title: 'Eine große Seite',
    unit: 'gemeinde',
    stichtag: '2026-12-15',
    frist: '2999-12-31',
    introduction: ['Zum Messen.'],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [
      {
        id: section,
        title: 'Alles auf einer Seite',
        questions: [...numbered(singles, single), ...numbered(groups, group)],
      },
    ],
    checks: [
      ...numbered(groups, (number, index) => ({
        id: `gruppe_${number}_summe`,
        kind: 'sum',
        severity: 'signal',
        parts: [{ question: `gruppe_${number}` }],
        relation: 'equal',
        total: { variable: `anzahl_${two((index % singles) + 1)}` },
        message: `Verteilung ${number} ergibt {links}, erwartet sind {rechts}: {abweichung}.`,
      })),
      ...['01', '03', '05'].map((number) => ({
        id: `gruppe_${number}_anteil`,
        kind: 'within',
        severity: 'signal',
        part: `gruppe_${number}`,
        whole: `gruppe_${two(Number(number) + 1)}`,
        message: 'Davon {posten}: {links}, insgesamt {rechts}, {abweichung}.',
      })),
    ],
  }
}

export interface Field {
  name: string
  label: string
  value: string
}

/** All number fields, with answers that satisfy every check. */
export function answeredFields({ questions }: Instrument): Field[] {
  const shares = numbered(items, (_item, index) => 100 + index)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return [...questions.values()].flatMap(({ kind, variables }) =>
    variables
      .filter(({ type }) => type === 'count')
      .map(({ name, label }, index) => ({ name, label, value: String(kind === 'count' ? total : shares[index]) })),
  )
}
