import { Random } from './random.ts'

/** What became of the Kennzahlen of a year in the demo world: enough that each page above persons has something to show. */
export interface YearOfKennzahlen {
  year: number
  frist: string
  /** When persons gave their figures, when the levels above signed, and when somebody was late with a correction. */
  days: { given: string; signed: string; handedOver: string; corrected: string }
  /** Who has given nothing; beside these some in the other Kreise. */
  missing: readonly string[]
  /** Recipients that have given nothing of their own, and those that have not signed either. */
  withoutOwn: readonly string[]
  late: readonly string[]
  /** Kreise that have not signed. */
  unsigned: readonly string[]
  /** Persons whose figures are other ones since the sign-off, and the recipients that have signed anew since. */
  corrected: readonly string[]
  signedAnew: readonly string[]
}

/** The Kreis of the account that the start shows, and some others: more of them would take time and show nothing new. */
export const shownKreise: readonly string[] = ['117', '116', '136', '225']

export const years: readonly YearOfKennzahlen[] = [
  {
    year: 2023,
    frist: '2024-01-20',
    days: { given: '2024-01-17', signed: '2024-01-29', handedOver: '2024-01-30', corrected: '2024-02-12' },
    missing: ['117000-004'],
    withoutOwn: ['117042'],
    late: ['117042'],
    unsigned: [],
    corrected: ['117026-001'],
    signedAnew: [],
  },
  {
    year: 2024,
    frist: '2025-02-28',
    days: { given: '2025-02-24', signed: '2025-03-14', handedOver: '2025-03-27', corrected: '2025-04-08' },
    missing: [],
    withoutOwn: [],
    late: [],
    unsigned: ['225'],
    corrected: ['117000-002', '116000-002'],
    signedAnew: ['116000'],
  },
  {
    year: 2025,
    frist: '2026-02-28',
    days: { given: '2026-02-24', signed: '2026-03-13', handedOver: '2026-03-26', corrected: '2026-04-14' },
    missing: [],
    withoutOwn: ['136000'],
    late: [],
    unsigned: ['136'],
    corrected: [],
    signedAnew: [],
  },
]

/** Whether a person has given nothing: in the shown Kreis those alone who are named. */
export const isMissing = ({ year, missing }: YearOfKennzahlen, number: string): boolean =>
  missing.includes(number) ||
  (!number.startsWith(shownKreise[0] ?? '') && new Random(`fehlt ${year} ${number}`).chance(0.06))

/** What a recipient gives of its own, from the persons who worked for it and their shares in hundredths. */
export function ownFigures(
  { year }: YearOfKennzahlen,
  recipient: string,
  { persons, hundredths }: { persons: number; hundredths: number },
): Record<string, number> {
  const random = new Random(`eigene Zahlen ${recipient}`)
  const perPost = 84 * random.around(0.2)
  const growth = 1.06 ** (year - 2023)
  return {
    beschaeftigte: persons,
    vzae: hundredths / 100,
    zielpersonen: Math.round((hundredths / 100) * perPost * 1.3 * growth),
    zuwendung: Math.round((hundredths / 100) * 64_000 * random.around(0.05)),
  }
}
