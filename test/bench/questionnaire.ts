import type { Question, Questionnaire } from '../../schemas/questionnaire.ts'

const groups = 9
const items = 16
const singles = 6

const two = (number: number) => String(number).padStart(2, '0')
const singleId = (index: number) => `anzahl_${two(index)}`
const groupId = (index: number) => `gruppe_${two(index)}`
const numbered = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index + 1))

/** A questionnaire with 150 number fields on one page, tied together by sums and comparisons as in a real one. */
export function largeQuestionnaire(): Questionnaire {
  const single = (index: number): Question => ({
    number: `F${two(index)}`,
    id: singleId(index),
    kind: 'count',
    title: `Wie viele Personen gab es am {stichtag}, Zählung ${two(index)}?`,
    label: `Anzahl der Personen, Zählung ${two(index)}`,
  })
  const group = (index: number): Question => ({
    number: `F${two(singles + index)}`,
    id: groupId(index),
    kind: 'counts',
    title: `Wie verteilen sich diese Personen auf die Gruppen, Verteilung ${two(index)}?`,
    help: 'Bitte zählen Sie jede Person einmal. Trifft etwas auf niemanden zu, tragen Sie bitte 0 ein.',
    lead: 'Anzahl der Personen',
    items: numbered(items, (item) => ({ code: two(item), label: `in der Gruppe ${two(item)}, Verteilung ${two(index)}` })),
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
      { id: 'alles', title: 'Alles auf einer Seite', questions: [...numbered(singles, single), ...numbered(groups, group)] },
    ],
    checks: [
      ...numbered(groups, (index) => ({
        id: `${groupId(index)}_summe`,
        kind: 'sum' as const,
        severity: 'signal' as const,
        parts: [{ question: groupId(index) }],
        relation: 'equal' as const,
        total: { variable: singleId(((index - 1) % singles) + 1) },
        message: '{F:anzahl_01} und die Verteilung passen nicht zusammen: {links} statt {rechts}, {abweichung}.',
      })),
      ...numbered(groups - 1, (index) => ({
        id: `${groupId(index)}_anteil`,
        kind: 'within' as const,
        severity: 'signal' as const,
        part: groupId(index),
        whole: groupId(index + 1),
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
export function largeAnswers(): Field[] {
  const share = (item: number) => 100 + item
  const total = numbered(items, share).reduce((sum, one) => sum + one, 0)
  return [
    ...numbered(singles, (index) => ({
      name: singleId(index),
      label: `Anzahl der Personen, Zählung ${two(index)}`,
      value: String(total),
    })),
    ...numbered(groups, (index) =>
      numbered(items, (item) => ({
        name: `${groupId(index)}_${two(item)}`,
        label: `in der Gruppe ${two(item)}, Verteilung ${two(index)}`,
        value: String(share(item)),
      })),
    ).flat(),
  ]
}
