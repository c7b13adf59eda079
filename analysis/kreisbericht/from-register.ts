import type { Fact, Figures, OpenPoint, Provider } from '../../schemas/kreisbericht.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { isFew } from '../disclosure/fewest.ts'
import type { PersonOn } from '../qualifications/persons-on.ts'
import { tooFew } from './from-signed.ts'
import type { SurveyFacts } from './merge-facts.ts'

/** Who carries out the Integrationsmanagement of a Kommune, as the register calls it. */
export interface Provision {
  gkz: string
  wer: 'selbst' | 'kommune' | 'verbund' | 'kreis' | 'frei'
  durchName: string
}

export interface RegisterOfKreis {
  kreis: string
  day: string
  /** Everybody who works anywhere, on some days. */
  staff: readonly { day: string; persons: readonly PersonOn[] }[]
  /** By name. */
  kommunen: readonly { gkz: string; name: string }[]
  provisions: readonly Provision[]
}

const scope = 'bei allen Zuwendungsempfängern im Kreis, nach dem Verzeichnis'
const kinds = { selbst: 'own', kommune: 'kommune', verbund: 'verbund', kreis: 'kreis', frei: 'free' } as const

/** What the register knows of a Kreis. Days on which nobody works there are left out: it may not reach back that far. */
export function factsFromRegister(register: RegisterOfKreis): Pick<SurveyFacts, 'figures' | 'providers' | 'open'> {
  return {
    figures: staffFigures(register),
    ...(register.provisions.length > 0 && { providers: providersOf(register), open: openOf(register) }),
  }
}

function staffFigures({ kreis, staff }: RegisterOfKreis): Pick<Figures, 'staffPersons' | 'staffVzae'> {
  const days = staff.flatMap(({ day, persons }) => {
    const own = persons.filter((one) => one.kreis === kreis)
    const hundredths = own.reduce((sum, one) => sum + one.hundredths, 0)
    return own.length === 0 ? [] : [{ day, count: own.length, vzae: hundredths / 100 }]
  })
  if (days.length === 0) return {}
  const factOf = (day: string, count: number, value: number): Fact => ({
    ...(isFew(count) ? { value: null, why: tooFew } : { value }),
    at: day,
    scope,
    origin: `Verzeichnis der Einsätze am ${formatDate(day)}, jede Person einmal, im Kreis ihres größten Anteils`,
  })
  return {
    staffPersons: days.map(({ day, count }) => factOf(day, count, count)),
    staffVzae: days.map(({ day, count, vzae }) => factOf(day, count, vzae)),
  }
}

/** Where all are known, whoever has the most has all others. */
function providersOf({ day, kommunen, provisions }: RegisterOfKreis): Provider[] {
  const byGkz = new Map(provisions.map((one) => [one.gkz, one]))
  const groups = new Map<string, { kind: Provider['kind']; name: string; kommunen: { name: string }[] }>()
  for (const { gkz, name } of kommunen) {
    const provision = byGkz.get(gkz)
    if (provision === undefined) continue
    const kind = kinds[provision.wer]
    const who = kind === 'own' || kind === 'kreis' ? '' : provision.durchName
    const key = `${kind} ${who}`
    const group = groups.get(key) ?? { kind, name: who, kommunen: [] }
    group.kommunen.push({ name })
    groups.set(key, group)
  }
  const isWhole = kommunen.every(({ gkz }) => byGkz.has(gkz))
  const most = Math.max(...[...groups.values()].map((one) => one.kommunen.length))
  const largest = [...groups.values()].find((one) => one.kommunen.length === most)
  const origin = `Verzeichnis der Durchführung am ${formatDate(day)}`
  return [...groups.values()].flatMap((group): Provider[] => {
    const [first, ...more] = group.kommunen
    if (first === undefined) return []
    const others = isWhole && group === largest && more.length > 0
    const named = group.name === '' ? {} : { name: group.name }
    return [{ kind: group.kind, ...named, kommunen: others ? 'others' : [first, ...more], origin }]
  })
}

function openOf({ day, kommunen, provisions }: RegisterOfKreis): OpenPoint[] {
  const known = new Set(provisions.map(({ gkz }) => gkz))
  const names = kommunen.filter(({ gkz }) => !known.has(gkz)).map(({ name }) => name)
  if (names.length === 0) return []
  const text = `Wer das Integrationsmanagement durchführt, steht nicht im Verzeichnis von: ${names.join(', ')}.`
  return [{ text, origin: `Verzeichnis der Durchführung am ${formatDate(day)}` }]
}
