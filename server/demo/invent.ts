import type { Instrument, Question, Variable } from '../../surveys/compile/instrument.ts'
import { typedNumber } from '../../surveys/reading/number.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Facts } from './facts.ts'
import { fitChoices } from './fit-choices.ts'
import { inventDate } from './invent-date.ts'
import type { Profile } from './profile.ts'
import { Random } from './random.ts'
import { divide, inventNumbers } from './steps.ts'

/** Invented answers, as somebody would have typed them: they fit together, apart from a slip here and there. */
export function inventAnswers(
  instrument: Instrument,
  profile: Profile,
  facts: Facts,
  random: Random,
): Record<string, string> {
  const numbers = inventNumbers(profile, facts, random)
  const typed: Record<string, string> = {}
  for (const question of instrument.questions.values()) {
    const { id, notAvailable, comment } = question
    if (notAvailable !== undefined && random.chance(profile.notAvailable[id] ?? 0)) {
      typed[notAvailable.name] = '1'
      continue
    }
    Object.assign(typed, inventQuestion(question, profile, facts, numbers, random))
    if (comment !== undefined && random.chance(profile.comment))
      typed[comment.name] = random.pick(profile.comments[id] ?? []) ?? ''
  }
  // Of its own, so that a choice that is changed changes nothing else.
  const fitting = fitChoices(instrument, profile, typed, new Random(`passend ${profile.wave} ${facts.unit}`))
  return Object.fromEntries(Object.entries(fitting).filter(([, value]) => value !== ''))
}

function inventQuestion(
  question: Question,
  profile: Profile,
  facts: Facts,
  numbers: ReadonlyMap<string, number>,
  random: Random,
): Record<string, string> {
  if (question.parts.length > 0) return {}
  const own = question.variables.filter(({ role }) => role !== 'comment' && role !== 'notAvailable')
  const answers = ownAnswers(question, own, profile, facts, numbers, random)
  for (const { name, role } of own) {
    if (role === 'other')
      answers[name] = isNamed(name, question.id, answers) ? textOf(name, profile, facts, random) : ''
  }
  return answers
}

function ownAnswers(
  question: Question,
  own: readonly Variable[],
  profile: Profile,
  facts: Facts,
  numbers: ReadonlyMap<string, number>,
  random: Random,
): Record<string, string> {
  switch (question.kind) {
    case 'shares':
      return inventShares(question.id, own, profile, random)
    case 'choices':
      return tick(question, own, profile, random)
    case 'date':
      return { [question.id]: inventDate(question, profile, random) }
    default:
      return Object.fromEntries(
        own.map((variable) => [variable.name, inventOne(variable, profile, facts, numbers, random)]),
      )
  }
}

/** The text beside an item is filled where the item is chosen; a share of 0 is none. */
function isNamed(name: string, id: string, answers: Record<string, string>): boolean {
  const item = name.replace(/_text$/, '')
  return !['', '0'].includes(answers[item] ?? '') || answers[id] === item.slice(id.length + 1)
}

function inventOne(
  { name, type, role, question, options = [] }: Variable,
  profile: Profile,
  facts: Facts,
  numbers: ReadonlyMap<string, number>,
  random: Random,
): string {
  const { measure } = typeOf(type)
  if (measure === 'number') {
    const number = numbers.get(name)
    return number === undefined || random.chance(profile.blank) ? '' : typedNumber(number)
  }
  if (measure === 'category') {
    const used = name === question || random.chance(profile.ticked[name] ?? 1 - profile.blank)
    const weights = profile.weights[name] ?? profile.weights[question] ?? {}
    const codes = options.map(({ code }) => code)
    return used
      ? (random.weighted(
          codes,
          codes.map((code) => weights[code] ?? 1),
        ) ?? '')
      : ''
  }
  if (type === 'gemeinden') return facts.gemeinden.slice(0, 1 + Math.floor(random.next() * 4)).join('\n')
  return role === 'item' ? textOf(name, profile, facts, random) : ''
}

/** Shares in steps of five that add up to 100. */
function inventShares(id: string, own: readonly Variable[], profile: Profile, random: Random): Record<string, string> {
  const items = own.filter(({ role }) => role === 'item')
  const weights = items.map(({ name }) => (profile.weights[id]?.[name.slice(id.length + 1)] ?? 1) * random.around(0.8))
  const parts = divide(
    20,
    weights,
    items.map(() => 20),
  )
  return Object.fromEntries(items.map(({ name }, index) => [name, String((parts[index] ?? 0) * 5)]))
}

/** Ticks options, no more than may be chosen, and an exclusive one alone. */
function tick(
  { id, definition }: Question,
  own: readonly Variable[],
  { ticked }: Profile,
  random: Random,
): Record<string, string> {
  if (definition.kind !== 'choices') return {}
  const { options, atMost, exactly } = definition
  const limit = exactly ?? atMost
  const names = own.filter(({ role }) => role === 'option').map(({ name }) => name)
  const chosen =
    limit === undefined
      ? names.filter((name) => random.chance(ticked[name] ?? 0))
      : pickSeveral(names, limit, ticked, random)
  const alone = options.find(({ code, exclusive }) => exclusive && chosen.includes(`${id}_${code}`))
  return Object.fromEntries((alone === undefined ? chosen : [`${id}_${alone.code}`]).map((name) => [name, '1']))
}

function pickSeveral(
  names: readonly string[],
  count: number,
  weights: Readonly<Record<string, number>>,
  random: Random,
): string[] {
  const left = [...names]
  const picked: string[] = []
  while (picked.length < count && left.length > 0) {
    const name = random.weighted(
      left,
      left.map((one) => weights[one] ?? 0.1),
    )
    picked.push(...left.splice(left.indexOf(name ?? ''), 1))
  }
  return picked
}

/** One of the texts of the profile; `{name}` stands for the name of the Kommune. */
function textOf(name: string, { texts }: Profile, facts: Facts, random: Random): string {
  return (random.pick(texts[name] ?? []) ?? '').replace('{name}', facts.name)
}
