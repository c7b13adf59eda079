import { closeGemeinden, type FoundGemeinde, findGemeinden } from './gemeinde-names.ts'
import type { Register } from './register.ts'

/** The keys of a list as it is kept: one Kommune a line, `117019 Eislingen/Fils`. Lines without a key are not counted. */
export function gemeindenIn(text: string): string[] {
  return [...new Set(linesOf(text).flatMap((line) => /^\d{6}(?!\d)/.exec(line)?.[0] ?? []))]
}

/** A list as it was typed, with the key and the full name on every line that can only mean one Kommune. */
export function spellOutGemeinden(text: string, register: Register): string {
  const lines = linesOf(text).map((line) => onlyOne(findGemeinden(line, register)) ?? line)
  return [...new Set(lines)].join('\n')
}

interface GemeindenProblem {
  message: string
  /** The whole list, with each line as it was probably meant where that can be told. */
  suggestion?: string
}

const mostLines = 10
const whatToDo = 'Bitte geben Sie je Zeile einen Namen oder eine sechsstellige Gemeindekennziffer ein.'

/** What keeps a list from being counted, all lines in one: those that name no Kommune, or more than one, or none by its key. */
export function gemeindenProblems(text: string, register: Register): GemeindenProblem[] {
  const first = linesOf(text).map((line, index) => judgeLine(line, index, register))
  const toTell = new Set(first.filter(({ message }) => message !== '').slice(0, mostLines))
  const judged = first.map((one) => (one.unknown && toTell.has(one) ? lookCloser(one, register) : one))
  const faulty = judged.filter(({ message }) => message !== '')
  if (faulty.length === 0) return []
  const told = faulty.slice(0, mostLines).map(({ message }) => message)
  const left = faulty.length - told.length
  if (left > 0)
    told.push(left === 1 ? 'So ist es auch mit 1 weiteren Zeile.' : `So ist es auch mit ${left} weiteren Zeilen.`)
  const advised = faulty.some(({ unknown }) => unknown) ? [...told, whatToDo] : told
  const message = advised.join(faulty.length === 1 ? ' ' : '\n')
  if (faulty.every(({ meant }) => meant === undefined)) return [{ message }]
  return [{ message, suggestion: [...new Set(judged.map(({ line, meant }) => meant ?? line))].join('\n') }]
}

interface JudgedLine {
  line: string
  /** What does not fit, or ''. */
  message: string
  /** The line as it was probably meant. */
  meant?: string | undefined
  /** Nobody can tell what was meant. */
  unknown?: boolean
}

function judgeLine(line: string, index: number, register: Register): JudgedLine {
  const found = findGemeinden(line, register)
  const where = `Zeile ${index + 1}: „${line.slice(0, 60)}“`
  const [first] = found
  if (first !== undefined && found.length === 1) {
    if (line.startsWith(first.gkz)) return { line, message: '' }
    const message = `${where} ist ${first.gkz} (${first.name}, ${first.kreis}). Bitte bestätigen Sie das.`
    return { line, message, meant: onlyOne(found) }
  }
  if (first !== undefined && /\d{6}/.test(line)) {
    const ask = `Bitte geben Sie die ein, die gemeint ist: ${either(found)}.`
    return { line, message: `${where} nennt ${found.length === 2 ? 'zwei' : 'mehrere'} Kommunen. ${ask}` }
  }
  if (first !== undefined)
    return { line, message: `${where} gibt es mehrmals. Bitte geben Sie die Kennziffer ein: ${either(found)}.` }
  return { line, message: `${where} ist keine Kommune in Baden-Württemberg.`, unknown: true }
}

/** What a line probably means that names no Kommune. It is held against all names, which takes a while. */
function lookCloser(judged: JudgedLine, register: Register): JudgedLine {
  const { line, message } = judged
  const close = closeGemeinden(line, register).slice(0, 5)
  return close.length === 0
    ? judged
    : { line, message: `${message} Meinen Sie ${either(close)}?`, meant: onlyOne(close) }
}

/** The line of a list, if just one Kommune can be meant. */
function onlyOne([only, ...more]: readonly FoundGemeinde[]): string | undefined {
  return only === undefined || more.length > 0 ? undefined : `${only.gkz} ${only.name}`
}

const either = (found: readonly FoundGemeinde[]): string =>
  found.map(({ gkz, name, kreis }) => `${gkz} (${name}, ${kreis})`).join(' oder ')

const linesOf = (text: string) =>
  text
    .split(/[\n;,]|\s(?=\d{6}(?!\d))/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
