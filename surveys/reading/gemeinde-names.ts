import { distance } from 'fastest-levenshtein'
import { comparableName, shortName } from './gkz.ts'
import type { Register } from './register.ts'

export interface FoundGemeinde {
  gkz: string
  name: string
  kreis: string
}

/**
 * The Kommunen that a line can mean: by key, else by name, with or without additions. A key beside the name of another Kommune means
 * both.
 */
export function findGemeinden(line: string, register: Register): FoundGemeinde[] {
  const key = keyIn(line)
  if (key === undefined) return namedIn(line, register)
  const keyed = register.gemeinden.get(key)
  if (keyed === undefined) return []
  const named = namedIn(line.replace(beginsWithKey, ''), register)
  const others = named.some(({ gkz }) => gkz === key) ? [] : named
  return [described(key, keyed.name, register), ...others]
}

function namedIn(line: string, register: Register): FoundGemeinde[] {
  const wanted = nameIn(line)
  if (wanted === '') return []
  const names = namesOf(register)
  const fitting = ['full', 'short', 'plain'] as const
  const named =
    fitting.map((form) => names.filter((one) => one[form] === wanted)).find(({ length }) => length > 0) ?? []
  return named.map(({ gkz, name }) => described(gkz, name, register))
}

/** No name is half as long. */
const longestName = 80

/** The Kommunen that a line which names none may mean: those whose name begins like it, else those with the closest name. */
export function closeGemeinden(line: string, register: Register): FoundGemeinde[] {
  const wanted = nameIn(line)
  if (keyIn(line) !== undefined || wanted.length > longestName) return []
  const longer = wanted.length < 4 ? [] : thatBegin(wanted, register)
  if (longer.length > 0 && longer.length <= 5) return longer
  return closest(register, wanted, ({ full, short, plain }) =>
    Math.min(...[full, short, plain].map((name) => distance(wanted, name))),
  )
}

/**
 * The Kommunen whose name or key begins like what was typed so far, those with the shortest name first; where there is none,
 * those whose name begins almost like it.
 */
export function suggestGemeinden(start: string, register: Register, most: number): FoundGemeinde[] {
  const wanted = comparableName(start)
  const digits = /^(?:08)?(\d+)/.exec(start.trim())?.[1]
  if (wanted.length < 2 && (digits?.length ?? 0) < 2) return []
  const found =
    digits === undefined
      ? thatBegin(wanted, register)
      : listed(
          namesOf(register).filter(({ gkz }) => gkz.startsWith(digits)),
          register,
        )
  const fitting = found.length > 0 || digits !== undefined ? found : almostBegins(wanted, register)
  return fitting.slice(0, most)
}

const thatBegin = (wanted: string, register: Register) =>
  listed(
    namesOf(register).filter(({ full, plain }) => full.startsWith(wanted) || plain.startsWith(wanted)),
    register,
  )

const almostBegins = (wanted: string, register: Register) =>
  closest(register, wanted, ({ full, plain }) =>
    Math.min(distanceToStart(wanted, full), distanceToStart(wanted, plain)),
  )

/** How far a text is from the beginning of a name, which may be longer or shorter by what was left out or typed twice. */
function distanceToStart(text: string, name: string): number {
  const starts = [-1, 0, 1].map((more) => name.slice(0, text.length + more))
  return Math.min(...starts.map((start) => distance(text, start)))
}

/** Those with the smallest distance, if it is not more than slips of the pen make. */
function closest(register: Register, wanted: string, far: (name: ComparableName) => number): FoundGemeinde[] {
  const slips = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2
  const measured = namesOf(register).map((one) => ({ ...one, far: far(one) }))
  const least = Math.min(slips, ...measured.map((one) => one.far))
  return listed(
    measured.filter((one) => one.far === least),
    register,
  )
}

/** Those with the shortest name first. */
const listed = (names: readonly ComparableName[], register: Register): FoundGemeinde[] =>
  [...names]
    .sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name, 'de'))
    .map(({ gkz, name }) => described(gkz, name, register))

const beginsWithKey = /^\s*(?:08)?(\d{6})(?!\d)/

const keyIn = (line: string): string | undefined => beginsWithKey.exec(line)?.[1]

const nameIn = (line: string): string => comparableName(line.replace(/^\s*(?:große kreisstadt|stadt|gemeinde)\s/i, ''))

const described = (gkz: string, name: string, { kreise }: Register): FoundGemeinde => ({
  gkz,
  name,
  kreis: kreise.get(gkz.slice(0, 3)) ?? '',
})

interface ComparableName {
  gkz: string
  name: string
  full: string
  /** Without the addition that tells it from others. */
  short: string
  /** With umlauts as who has none on the keyboard writes them: `goppingen`. */
  plain: string
}

/** A register never changes once it is made, so its names are folded once. */
const folded = new WeakMap<Register, ComparableName[]>()

function namesOf(register: Register): ComparableName[] {
  const known = folded.get(register)
  if (known !== undefined) return known
  const names = [...register.gemeinden].map(([gkz, { name }]) => ({
    gkz,
    name,
    full: comparableName(name),
    short: comparableName(shortName(name)),
    plain: comparableName(name.normalize('NFD').replace(/\p{M}/gu, '')),
  }))
  folded.set(register, names)
  return names
}
