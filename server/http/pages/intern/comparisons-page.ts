import { comparabilityOf } from '../../../../analysis/panel/comparability.ts'
import type { Continue } from '../../../../analysis/panel/partner.ts'
import { findVariable, kindOf, type PanelVariable } from '../../../../analysis/panel/variable.ts'
import { namedIn } from '../../../../analysis/report/named-waves.ts'
import type { DerivedVariable } from '../../../../schemas/derived.ts'
import type { Indicator } from '../../../../schemas/indicators.ts'
import type { Question } from '../../../../surveys/compile/instrument.ts'
import type { ComparisonsPage } from '../../../../views/page-data/evaluation-pages.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveNames } from '../../../evaluation/wave-names.ts'
import { caveatOf } from './caveat.ts'
import { type PanelQuery, queryHref } from './evaluation-query.ts'

type Lists = Pick<ComparisonsPage, 'concepts' | 'single'>

/** What can be compared between some waves, question by question of the last one that asks. */
export function comparableConcepts(
  query: PanelQuery,
  waves: readonly WaveSurvey[],
  declared: readonly DerivedVariable[],
  continues: Continue,
): Lists {
  const find = (name: string) => {
    const found = findVariable(name, waves, declared, continues)
    return 'problem' in found ? undefined : found
  }
  const asking = ({ asked }: PanelVariable) => waves.filter(({ wave }) => asked.has(wave))
  const isComparable = (one: PanelVariable) => asking(one).length > 1
  const computed = new Map<string, PanelVariable[]>()
  for (const { name } of declared) {
    const one = find(name)
    const last = one && asking(one).at(-1)
    if (one === undefined || last === undefined || !isComparable(one)) continue
    const home = homeOf(one, last)
    computed.set(home, [...(computed.get(home) ?? []), one])
  }
  const link = ({ name, label }: PanelVariable) => ({
    href: queryHref(query, { variable: name, suche: '' }),
    label,
    name,
  })
  const names = waveNames(
    waves,
    waves.map(({ wave }) => wave),
  )
  const [earliest, latest] = [waves[0], waves.at(-1)] as [WaveSurvey, WaveSurvey]
  const namedCaveat = (one: PanelVariable) => {
    const own = asking(one)
    const [from, to] = own.length > 1 ? [own[0], own.at(-1)] : [earliest, latest]
    const comparability = comparabilityOf(one, from as WaveSurvey, to as WaveSurvey, continues)
    return caveatOf({ ...comparability, why: namedIn(comparability.why, names) })
  }
  const lists: Lists = { concepts: [], single: [] }
  for (const survey of waves.toReversed()) {
    for (const question of questionsOf(survey)) {
      const items = itemsOf(question).flatMap(({ name }) => find(name) ?? [])
      const [first] = items
      if (first === undefined || asking(first).at(-1) !== survey) continue
      const caveat = namedCaveat(first)
      if (!isComparable(first)) {
        lists.single.push({ number: `${question.number} in ${names.get(survey.wave)}`, title: question.title, caveat })
        continue
      }
      const number = ({ wave }: WaveSurvey) => first.asked.get(wave)?.questions[0]?.number ?? '–'
      lists.concepts.push({
        numbers: waves.map(number).join(' → '),
        title: question.title,
        caveat,
        computed: (computed.get(question.id) ?? []).map(link),
        items: items.filter(isComparable).map(link),
      })
    }
  }
  return lists
}

/** The administrative figures that there are, other than those that were recorded once. */
export const officialFigures = (
  query: PanelQuery,
  indicators: Iterable<Indicator>,
  withFigures: ReadonlySet<string>,
): ComparisonsPage['official'] =>
  [...indicators]
    .filter(
      ({ code, frequency, levels }) => withFigures.has(code) && frequency !== 'einmal' && levels.includes('gemeinde'),
    )
    .map(({ code, label, sources }) => ({
      href: queryHref(query, { variable: code, suche: '' }),
      label,
      name: code,
      sources: sources.join(', '),
    }))

/** The question of the first thing that a computed variable adds up. */
const homeOf = ({ asked }: PanelVariable, { wave }: WaveSurvey) =>
  [...(asked.get(wave)?.variables.values() ?? [])][0]?.question ?? ''

/** Composite questions by their parts. */
const questionsOf = ({ instrument }: WaveSurvey): Question[] =>
  [...instrument.questions.values()].filter(({ parts }) => parts.length === 0)

const itemsOf = ({ variables }: Question) =>
  variables.filter((one) => kindOf(one) !== undefined && one.role !== 'notAvailable')
