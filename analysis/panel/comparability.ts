import type { Status } from '../../schemas/concordance.ts'
import type { Indicator } from '../../schemas/indicators.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import { type CodeMapping, turned } from '../../surveys/concordance/code-mapping.ts'
import type { Continued } from '../../surveys/concordance/concordance.ts'
import { type AnswerMapping, answerMapping } from './common-answers.ts'
import type { Continue } from './partner.ts'
import type { PanelVariable } from './variable.ts'

/** How far the answers of two waves can be compared, with a sentence for those who read the figure. */
export interface Comparability {
  status: Status | 'unstated'
  label: string
  why: string
  /** Of a choice whose answers are not the same in both: which of them are compared. */
  mapping?: AnswerMapping
}

const labels: Readonly<Record<Comparability['status'], string>> = {
  same: 'gleich gefragt',
  reworded: 'anders formuliert',
  unstated: 'Vergleichbarkeit nicht festgestellt',
  changedBase: 'andere Bezugsgruppe',
  new: 'nur später gefragt',
  dropped: 'nur früher gefragt',
}

/** From the least to the gravest caveat. */
const gravity = Object.keys(labels) as readonly Comparability['status'][]

export const of = (status: Comparability['status'], why: string): Comparability => ({
  status,
  label: labels[status],
  why,
})

/** How far a variable can be compared between two waves: the gravest caveat of all that it is computed from. */
export function comparabilityOf(
  { asked, indicator }: Pick<PanelVariable, 'asked' | 'indicator'>,
  before: { wave: string; instrument: Instrument },
  after: { wave: string; instrument: Instrument },
  continues: Continue,
): Comparability {
  if (indicator !== undefined) return comparabilityOfIndicator(indicator)
  const [first, second] = [asked.get(before.wave)?.variables, asked.get(after.wave)?.variables]
  if (first === undefined) {
    const recounted = whyRecounted(second, before.instrument, after.instrument, continues)
    return of('new', [`In ${before.wave} wurde danach nicht gefragt.`, ...recounted].join(' '))
  }
  if (second === undefined) return of('dropped', `In ${after.wave} wurde danach nicht gefragt.`)
  const all = [...second].flatMap(([name, later]) => {
    const earlier = first.get(name)
    // An item that a list has in one of the two alone: the others say that the list is another one.
    if (earlier === undefined || isApart(later, before.instrument, after.instrument, continues)) return []
    return [continuedVariable(earlier, later, before.instrument, after.instrument, continues)]
  })
  const gravest = Math.max(...all.map(({ status }) => gravity.indexOf(status)))
  const status = gravity[gravest] ?? 'unstated'
  const reasons = all.filter((one) => status === 'same' || one.status !== 'same').map(({ why }) => why)
  const why = [...new Set(reasons)].join(' ')
  const [codes] = all.flatMap((one) => one.codes ?? [])
  if (codes === undefined) return of(status, why)
  const asking = (wave: string, asked: ReadonlyMap<string, Variable>) => ({
    wave,
    options: [...asked.values()].flatMap(({ options = [] }) => options),
  })
  const mapping = answerMapping(codes, asking(before.wave, first), asking(after.wave, second))
  return { ...of(status, `${why} Verglichen werden gemeinsame Antworten.`), mapping }
}

/** Whether a concordance says that what has the same name is not the same. */
const isApart = ({ name }: Variable, before: Instrument, after: Instrument, continues: Continue): boolean =>
  continues(before, after).some((one) => one.after === name && one.before === undefined) ||
  continues(after, before).some((one) => one.before === name && one.after === undefined)

/** Why something of the same name in the earlier survey is not the same. */
function whyRecounted(
  asked: ReadonlyMap<string, Variable> = new Map(),
  before: Instrument,
  after: Instrument,
  continues: Continue,
): string[] {
  const alike = [...asked.values()].filter(({ name }) => before.variable.has(name))
  const found = continues(before, after).filter(
    (one) => one.before === undefined && alike.some(({ name }) => name === one.after),
  )
  return [...new Set(found.map(({ why }) => why))]
}

/** Why, with all answers that are compared as the same, for those who have no origin of the figure beside it. */
export const wholeReason = ({ why, mapping }: Comparability): string =>
  mapping === undefined ? why : `${why} ${mapping.words}`

type Stated = Pick<Comparability, 'status' | 'why'> & { codes?: CodeMapping }

function continuedVariable(
  earlier: Variable,
  later: Variable,
  before: Instrument,
  after: Instrument,
  continues: Continue,
): Stated {
  if (before.id === after.id) return sameSurvey(later, before, after)
  const joins = ({ before: was, after: is }: Continued, one: Variable, other: Variable) =>
    was === one.name && is === other.name
  const found = continues(before, after).find((one) => joins(one, earlier, later))
  if (found !== undefined) return found
  const reverse = continues(after, before).find((one) => joins(one, later, earlier))
  if (reverse !== undefined) return { ...reverse, ...(reverse.codes && { codes: turned(reverse.codes) }) }
  return {
    status: 'unstated',
    why: `Ob ${before.id} und ${after.id} hier dasselbe fragen, ist nicht festgehalten; die Angaben heißen nur gleich.`,
  }
}

function sameSurvey(
  { question }: Variable,
  before: Instrument,
  after: Instrument,
): Pick<Comparability, 'status' | 'why'> {
  const text = ({ questions }: Instrument) => JSON.stringify(questions.get(question)?.definition)
  if (text(before) === text(after)) return { status: 'same', why: 'Die Frage ist dieselbe geblieben.' }
  return {
    status: 'reworded',
    why: `Die Frage wurde zwischen den Fassungen ${before.version} und ${after.version} des Fragebogens geändert.`,
  }
}

/** Administrative figures are counted in the same way every time, as far as their source says nothing else. */
const comparabilityOfIndicator = ({ sources, note }: Indicator): Comparability => ({
  status: 'same',
  label: 'amtliche Angabe',
  why: `${sources.join(', ')}, jeweils zum Jahresende oder Monat, der dem Stichtag am nächsten liegt.${note === undefined ? '' : ` ${note}`}`,
})
