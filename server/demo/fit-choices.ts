import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Condition, ImpliesCheck } from '../../surveys/checks/check.ts'
import { truthOf } from '../../surveys/checks/condition.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Profile } from './profile.ts'
import type { Random } from './random.ts'

type Typed = Readonly<Record<string, string>>
type Chosen = Extract<Condition, { of: 'chosen' }>

interface Fitting {
  instrument: Instrument
  profile: Profile
  random: Random
  typed: Typed
}

/** One change can make the next one necessary; more than a few in a row there are not. */
const rounds = 10

/** Changes what was chosen until no choice contradicts another answer. Numbers stay as they are. */
export function fitChoices(instrument: Instrument, profile: Profile, typed: Typed, random: Random): Typed {
  const checks = instrument.checks.filter((check) => check.kind === 'implies')
  let fitting = typed
  for (let round = 0; round < rounds && checks.length > 0; round += 1) {
    const cells = readCells(instrument, fitting)
    const violated = checks.filter(
      (check) =>
        check.if.every((condition) => truthOf(condition, { cells }) === 'yes') &&
        truthOf(check.then, { cells }) === 'no',
    )
    const change: Record<string, string> = {}
    for (const check of violated) {
      const next = changeFor(check, { instrument, profile, random, typed: fitting })
      // Two checks may ask for the same change, and once is enough.
      if (Object.keys(next).every((name) => !(name in change))) Object.assign(change, next)
    }
    if (Object.keys(change).length === 0) break
    fitting = { ...fitting, ...change }
  }
  return fitting
}

/** A list gets what is missing in it; else what was chosen before is taken back. Of numbers alone nothing is changed. */
function changeFor({ if: conditions, then }: ImpliesCheck, fitting: Fitting): Typed {
  if (then.of === 'chosen' && then.codes === undefined) return choose(then, then.how !== 'none', fitting)
  const before = conditions.find((condition) => condition.of === 'chosen')
  if (before !== undefined) return choose(before, before.how === 'none', fitting)
  return then.of === 'chosen' ? choose(then, then.how !== 'none', fitting) : {}
}

function choose({ fields, wanted, codes, how }: Chosen, isWanted: boolean, fitting: Fitting): Typed {
  const [name = ''] = wanted
  if (codes !== undefined) return chooseCode(name, (code) => codes.includes(code) === isWanted, fitting)
  if (isWanted) return tick(how === 'all' ? wanted : pickOption(wanted, fitting))
  const { typed } = fitting
  const others = fields.filter((field) => !wanted.includes(field))
  const isLeft = others.some((field) => (typed[field] ?? '') !== '')
  const taken = wanted.flatMap((field) => [field, `${field}_text`]).filter((field) => field in typed)
  return {
    ...Object.fromEntries(taken.map((field) => [field, ''])),
    ...(isLeft ? {} : tick(pickOption(others, fitting))),
  }
}

const tick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1']))

/** One option, of those that need no text if there are any; none where there is nothing to choose from. */
function pickOption(names: readonly string[], { instrument, profile, random }: Fitting): string[] {
  const plain = names.filter((name) => !instrument.variable.has(`${name}_text`))
  const among = plain.length > 0 ? plain : names
  const picked = random.weighted(
    among,
    among.map((name) => profile.ticked[name] ?? 0.1),
  )
  return picked === undefined ? [] : [picked]
}

function chooseCode(name: string, isRight: (code: string) => boolean, fitting: Fitting): Typed {
  const { instrument, profile, random, typed } = fitting
  const { question = '', options = [] } = instrument.variable.get(name) ?? {}
  const codes = options.map(({ code }) => code).filter(isRight)
  const plain = codes.filter((code) => !instrument.variable.has(`${name}_${code}_text`))
  const among = plain.length > 0 ? plain : codes
  const weights = profile.weights[name] ?? profile.weights[question] ?? {}
  const code = random.weighted(
    among,
    among.map((one) => weights[one] ?? 1),
  )
  const text = `${name}_${typed[name]}_text`
  return { ...(text in typed && { [text]: '' }), ...(code !== undefined && { [name]: code }) }
}
