import { comparableName, shortName } from './gkz.ts'
import type { Register } from './register.ts'

/** The keys of a list as it is kept: one Kommune a line, `117019 Eislingen/Fils`. Lines without a key are not counted. */
export function gemeindenIn(text: string): string[] {
  return [...new Set(linesOf(text).flatMap((line) => /^\d{6}(?!\d)/.exec(line)?.[0] ?? []))]
}

/** A list as it was typed, with the key and the full name on every line that can only mean one Kommune. */
export function spellOutGemeinden(text: string, register: Register): string {
  const lines = linesOf(text).map((line) => {
    const [only, ...more] = findGemeinden(line, register)
    return only === undefined || more.length > 0 ? line : `${only.gkz} ${only.name}`
  })
  return [...new Set(lines)].join('\n')
}

interface GemeindenProblem {
  message: string
  /** The whole list as it was surely meant. */
  suggestion?: string
}

/** What keeps a list from being counted, line by line: what names no Kommune, or more than one, or none by its key. */
export function gemeindenProblems(text: string, register: Register): GemeindenProblem[] {
  return linesOf(text).flatMap((line, index): GemeindenProblem[] => {
    const found = findGemeinden(line, register)
    const where = `Zeile ${index + 1}: „${line.slice(0, 60)}“`
    const [first] = found
    if (first !== undefined && found.length === 1) {
      if (line.startsWith(first.gkz)) return []
      const message = `${where} ist ${first.gkz} (${first.name}, ${first.kreis}). Bitte bestätigen Sie das.`
      return [{ message, suggestion: spellOutGemeinden(text, register) }]
    }
    if (found.length === 0) {
      const message = `${where} ist keine Kommune in Baden-Württemberg. Bitte geben Sie je Zeile einen Namen oder eine sechsstellige Gemeindekennziffer ein.`
      return [{ message }]
    }
    const candidates = found.map(({ gkz, name, kreis }) => `${gkz} (${name}, ${kreis})`).join(' oder ')
    return [{ message: `${where} gibt es mehrmals. Bitte geben Sie die Kennziffer ein: ${candidates}.` }]
  })
}

interface FoundGemeinde {
  gkz: string
  name: string
  kreis: string
}

/** The Kommunen that a line can mean: by key, else by name, with or without additions. */
function findGemeinden(line: string, register: Register): FoundGemeinde[] {
  const key = /^(?:08)?(\d{6})(?!\d)/.exec(line.trim())?.[1]
  const keyed = key === undefined ? undefined : register.gemeinden.get(key)
  if (key !== undefined) return keyed === undefined ? [] : [described(key, keyed.name, register)]
  const wanted = comparableName(line.replace(/^\s*(?:große kreisstadt|stadt|gemeinde)\s/i, ''))
  if (wanted === '') return []
  const names = namesOf(register)
  const full = names.filter(({ comparable }) => comparable === wanted)
  const named = full.length > 0 ? full : names.filter(({ short }) => short === wanted)
  return named.map(({ gkz, name }) => described(gkz, name, register))
}

/** The Kommunen whose name or key begins like what was typed so far, those with the shortest name first. */
export function suggestGemeinden(start: string, register: Register, most: number): FoundGemeinde[] {
  const wanted = comparableName(start)
  const digits = /^(?:08)?(\d+)/.exec(start.trim())?.[1]
  if (wanted.length < 2 && (digits?.length ?? 0) < 2) return []
  return namesOf(register)
    .filter(({ gkz, comparable }) => (digits === undefined ? comparable.startsWith(wanted) : gkz.startsWith(digits)))
    .sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name, 'de'))
    .slice(0, most)
    .map(({ gkz, name }) => described(gkz, name, register))
}

const described = (gkz: string, name: string, { kreise }: Register): FoundGemeinde => ({
  gkz,
  name,
  kreis: kreise.get(gkz.slice(0, 3)) ?? '',
})

interface ComparableName {
  gkz: string
  name: string
  comparable: string
  short: string
}

/** A register never changes once it is made, so its names are folded once. */
const folded = new WeakMap<Register, ComparableName[]>()

function namesOf(register: Register): ComparableName[] {
  const known = folded.get(register)
  if (known !== undefined) return known
  const names = [...register.gemeinden].map(([gkz, { name }]) => ({
    gkz,
    name,
    comparable: comparableName(name),
    short: comparableName(shortName(name)),
  }))
  folded.set(register, names)
  return names
}

const linesOf = (text: string) =>
  text
    .split(/[\n;,]|\s+(?=\d{6}(?!\d))/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
