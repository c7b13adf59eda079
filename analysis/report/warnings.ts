import type { ToldAbove } from '../compare/above-inhabitants.ts'
import type { Step, ToldInfluence, ToldNumbers } from '../compare/results.ts'
import { fewest } from '../disclosure/fewest.ts'
import { hidden, isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { number, pWords, signed, whole } from '../words.ts'
import type { NameOf } from './influence.ts'

type Change = Exclude<ToldNumbers['change'], { notDefined: unknown }>

interface Words {
  many: string
  nameOf: NameOf
  level: number
  /** Whether it is the weighted change that is spoken of. */
  weighted?: true
}

/** What makes a figure doubtful: it stands before everything else. */
export function warningsOf({ from, to, total: { result } }: Step, words: Words): string[] {
  if (result?.kind !== 'number') return []
  const { change, weighted, influence, above } = result
  const large = above === undefined ? [] : [aboveWarning(above, { before: from, after: to }, words)]
  if (!isDefined(change)) return large
  return [
    ...(influence === undefined ? [] : influenceWarnings(change, weighted, influence, words)),
    ...large,
    ...rankWarning(change, result, words),
  ]
}

/** So many are named before everything else. */
const mostNamed = 5

function aboveWarning({ count, answers }: ToldAbove, waves: Record<'before' | 'after', string>, words: Words): string {
  const named = answers
    .slice(0, mostNamed)
    .map(
      ({ unit, wave, value, inhabitants }) =>
        `${words.nameOf(unit)} (${number(value)} bei ${whole(inhabitants)} Einwohnern; ${waves[wave]})`,
    )
  const more = answers.length > mostNamed ? ` und weitere ${whole(answers.length - mostNamed)} Angaben` : ''
  const list = named.length === 0 ? [] : [`${named.join(', ')}${more}`]
  const few = `weniger als ${fewest}${named.length === 0 ? '' : ', die hier nicht genannt werden'}`
  const parts = isTold(count) ? [whole(count), ...list] : [...list, few]
  return `${words.many} mit einer Angabe über ihrer Einwohnerzahl: ${parts.join('; ')}.`
}

function influenceWarnings(
  change: Change,
  weighted: ToldNumbers['weighted'],
  influence: ToldInfluence,
  words: Words,
): string[] {
  if (influence.weighted === undefined || weighted === undefined || !isDefined(weighted))
    return influenceWarning(change, influence, words)
  const ofWeighted: ToldInfluence = { ...influence, ...influence.weighted, trimmed: hidden }
  const [plain, other] = [decisive(change, influence, words), decisive(weighted, ofWeighted, words)]
  if (plain !== undefined && plain.unit === other?.unit)
    return [
      `Eine einzige Angabe bestimmt das Ergebnis, mit Gewichten wie ohne: ${answerWords(plain, words)}. Ohne sie ist die mittlere Veränderung ${changeWords(plain.without)} statt ${changeWords(change)}, die gewichtete ${changeWords(other.without)} statt ${changeWords(weighted)}. ${pleaseLook}`,
    ]
  return [
    ...influenceWarning(change, influence, words),
    ...influenceWarning(weighted, ofWeighted, { ...words, weighted: true }),
  ]
}

/** One unit that turns the result or moves it further than chance would; or few that turn it together. */
function influenceWarning(all: Change, influence: ToldInfluence, words: Words): string[] {
  const { without, trimmed, many } = influence
  const [result, mean] =
    words.weighted === undefined
      ? ['das Ergebnis', 'mittlere Veränderung']
      : ['das gewichtete Ergebnis', 'gewichtete mittlere Veränderung']
  const one = decisive(all, influence, words)
  if (one !== undefined)
    return [
      `Eine einzige Angabe bestimmt ${result}: ${answerWords(one, words)}. Ohne sie ist die ${mean} ${changeWords(one.without)} statt ${changeWords(all)}. ${pleaseLook}`,
    ]
  const few = `${whole(many)} ${words.many}`
  if (isTold(without) && isDefined(without) && turns(all, without, 1 - words.level))
    return [
      `${words.weighted ? 'Das gewichtete Ergebnis' : 'Das Ergebnis'} hängt an ${few}: Ohne sie ist die ${mean} ${changeWords(without)} statt ${changeWords(all)}.`,
    ]
  if (isTold(trimmed) && isDefined(trimmed) && Math.sign(trimmed) === -Math.sign(all.change))
    return [
      `Das Ergebnis hängt an wenigen ${words.many}: Die mittlere Veränderung ist ${changeWords(all)}, ohne das Zehntel der Veränderungen an jedem Ende aber ${signed(trimmed)}.`,
    ]
  return []
}

interface Decisive {
  unit: string
  before: number
  after: number
  without: Change
}

/** The unit without which somebody would conclude something else. */
function decisive(all: Change, { units }: Pick<ToldInfluence, 'units'>, { level }: Words): Decisive | undefined {
  for (const { unit, before, after, without } of units)
    if (isDefined(without) && movesFar(all, without, 1 - level)) return { unit, before, after, without }
  return undefined
}

const answerWords = ({ unit, before, after }: Decisive, { nameOf }: Words) =>
  `${nameOf(unit)} (von ${number(before)} auf ${number(after)})`

const pleaseLook = 'Bitte prüfen Sie diese Angabe, bevor Sie die Zahl verwenden.'

const pOf = ({ test }: Change) => (isDefined(test) ? test.p : undefined)

const changeWords = (one: Change) => {
  const p = pOf(one)
  return p === undefined ? signed(one.change) : `${signed(one.change)} (${pWords(p)})`
}

/** Whether somebody would conclude something else; where nothing is tested, whether it goes the other way. */
function turns(all: Change, other: Change, alpha: number): boolean {
  const isOpposite = Math.sign(all.change) === -Math.sign(other.change)
  const [first, second] = [pOf(all), pOf(other)]
  if (first === undefined || second === undefined) return isOpposite
  return first < alpha !== second < alpha || (first < alpha && isOpposite)
}

/** DFBETAS above 1: further than the standard error. */
const movesFar = (all: Change, other: Change, alpha: number): boolean =>
  turns(all, other, alpha) || (isDefined(other.se) && Math.abs(all.change - other.change) > other.se)

/** Where mean and ranks say different things, few large changes stand against many small ones. */
function rankWarning(change: Change, { signedRank, medianChange }: ToldNumbers, { level, many }: Words): string[] {
  const p = pOf(change)
  if (p === undefined || !isDefined(signedRank)) return []
  const alpha = 1 - level
  const isOpposite = Math.sign(signedRank.risen - signedRank.fallen) === -Math.sign(change.change)
  const areSure = p < alpha && signedRank.p < alpha
  if (p < alpha === signedRank.p < alpha && !(areSure && isOpposite)) return []
  const median = isDefined(medianChange) ? ` Der Median der Veränderungen ist ${signed(medianChange)}.` : ''
  return [
    `Mittelwert und Ränge sagen Verschiedenes: t-Test ${pWords(p)}, Vorzeichen-Rang-Test ${pWords(signedRank.p)}. Wenige große Veränderungen stehen gegen viele kleine; das Mittel spricht nicht für die meisten ${many}.${median}`,
  ]
}
