import type { Qualification } from '../../analysis/qualifications/qualification.ts'
import { threeMonthsAfter } from '../../analysis/qualifications/requalification.ts'
import { lastDayOfAllKinds } from '../registry/funding/kinds.ts'
import type {
  DurchfuehrungRow,
  EinsatzRow,
  EmpfaengerRow,
  FortbildungRow,
  QualifikationRow,
} from '../registry/funding/rows.ts'
import { Random } from './random.ts'

export interface DemoMember {
  gkz: string
  /** Of the Kommune. */
  name: string
  gemeinde_valid_from: string
  verbund: string
  verbundName: string
  population: number
}

const begin = '2018-01-01'
const reform = '2025-01-01'
const untilReform = { valid_from: begin, valid_to: lastDayOfAllKinds }
const sinceReform = { valid_from: reform, valid_to: null }
const kreisOf = (key: string) => `${key.slice(0, 3)}000`
/** From this many inhabitants on a Kommune is a Stadt; in this world. */
const townFrom = 15_000
const freeProviders = ['Sozialwerk Beispiel e. V.', 'Diakoniestation Musterland', 'Hilfsverein Vorlage e. V.']

/** Who receives the grant: each Verbund, and from 2025 on the Kreise alone. */
export function inventEmpfaenger(
  members: readonly DemoMember[],
  kreise: readonly { kreis: string; name: string }[],
): EmpfaengerRow[] {
  const byVerbund = new Map<string, DemoMember[]>()
  for (const one of members) byVerbund.set(one.verbund, [...(byVerbund.get(one.verbund) ?? []), one])
  const others = [...byVerbund].flatMap(([empfaenger, own]): EmpfaengerRow[] => {
    const [first] = own
    if (first === undefined || empfaenger === kreisOf(empfaenger)) return []
    const alone = first.population >= townFrom ? 'stadt' : 'gemeinde'
    return [{ empfaenger, art: own.length === 1 ? alone : 'verbund', name: first.verbundName, ...untilReform }]
  })
  const landkreise = kreise.map(({ kreis, name }): EmpfaengerRow => {
    const empfaenger = `${kreis}000`
    const since = byVerbund.has(empfaenger) ? begin : reform
    return { empfaenger, art: 'kreis', name, valid_from: since, valid_to: null }
  })
  return [...others, ...landkreise]
}

/** Who carries it out: as before 2025 also since, in some Kreise by a free provider for the smallest Kommunen. */
export function inventDurchfuehrung(members: readonly DemoMember[]): DurchfuehrungRow[] {
  const alone = new Map<string, number>()
  for (const { verbund } of members) alone.set(verbund, (alone.get(verbund) ?? 0) + 1)
  return members.flatMap((one): DurchfuehrungRow[] => {
    const { gkz, verbund, gemeinde_valid_from } = one
    const random = new Random(`durchfuehrung ${gkz.slice(0, 3)}`)
    const isKreis = verbund === kreisOf(verbund)
    const isOwn = verbund === gkz && (isKreis || alone.get(verbund) === 1)
    const how = isOwn ? 'selbst' : isKreis ? 'kreis' : 'verbund'
    const durch = isOwn ? gkz : verbund
    const provider = random.chance(0.2) && one.population < townFrom / 2 ? random.pick(freeProviders) : undefined
    const later =
      provider === undefined || isOwn ? ({ wer: how, durch } as const) : ({ wer: 'frei', durch: provider } as const)
    const receives = kreisOf(gkz)
    if (verbund === receives && later.wer === how)
      return [{ gkz, gemeinde_valid_from, empfaenger: verbund, wer: how, durch, valid_from: begin, valid_to: null }]
    return [
      { gkz, gemeinde_valid_from, empfaenger: verbund, wer: how, durch, ...untilReform },
      { gkz, gemeinde_valid_from, empfaenger: receives, ...later, ...sinceReform },
    ]
  })
}

const shares = [1, 0.8, 0.75, 0.6, 0.5]
/** As of those of 15 March 2018. */
const answers: readonly Qualification[] = ['a', 'b', 'c', 'ungeklaert']
const often = [247, 104, 59, 6]

/** Where each person works, how qualified, and what further training; some work for two recipients. */
export function inventPersons(numbers: readonly string[]): {
  einsaetze: EinsatzRow[]
  qualifikationen: QualifikationRow[]
  fortbildungen: FortbildungRow[]
} {
  const keys = [...new Set(numbers.map((number) => number.slice(0, 6)))].sort()
  const einsaetze: EinsatzRow[] = []
  const qualifikationen: QualifikationRow[] = []
  const fortbildungen: FortbildungRow[] = []
  for (const im_nummer of numbers) {
    const random = new Random(`einsatz ${im_nummer}`)
    const own = im_nummer.slice(0, 6)
    const since = `2018-${String(1 + Math.floor(random.next() * 9)).padStart(2, '0')}-01`
    const vzae = random.pick(shares) ?? 1
    const add = (empfaenger: string, share: number, held: { valid_from: string; valid_to: string | null }) =>
      einsaetze.push({ einsatz: `${im_nummer} ${empfaenger}`, im_nummer, empfaenger, vzae: share, ...held })
    const isKreis = own === kreisOf(own)
    const beside = keys.find((key) => key > own && key.slice(0, 3) === own.slice(0, 3) && key !== kreisOf(key))
    const isShared = !isKreis && vzae <= 0.5 && beside !== undefined && random.chance(0.3)
    add(own, vzae, { valid_from: since, valid_to: isKreis ? null : lastDayOfAllKinds })
    if (isShared) add(beside, 0.5, { valid_from: since, valid_to: lastDayOfAllKinds })
    if (!isKreis) add(kreisOf(own), isShared ? vzae + 0.5 : vzae, sinceReform)
    const art = random.weighted(answers, often) ?? 'a'
    const isWaived = art === 'c' && random.chance(0.2)
    const begun = art !== 'c' || isWaived || random.chance(0.1) ? null : threeMonthsAfter(since)
    qualifikationen.push({
      im_nummer,
      art,
      nachqualifizierung_ab: begun,
      nachqualifizierung_bis:
        begun === null || random.chance(0.2) ? null : `${Number(begun.slice(0, 4)) + 1}${begun.slice(4)}`,
      nachqualifizierung_entfaellt: isWaived,
      valid_from: since,
      valid_to: null,
    })
    for (const year of [2019, 2021, 2023, 2024, 2025, 2026])
      if (random.chance(0.7))
        fortbildungen.push({
          im_nummer,
          am: `${year}-${String(1 + Math.floor(random.next() * 12)).padStart(2, '0')}-15`,
        })
  }
  return { einsaetze, qualifikationen, fortbildungen }
}
