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

/** What can be compared between two waves, question by question of the later one. */
export function comparableConcepts(
  query: PanelQuery,
  waves: readonly [WaveSurvey, WaveSurvey],
  declared: readonly DerivedVariable[],
  continues: Continue,
): Lists {
  const [before, after] = waves
  const find = (name: string) => {
    const found = findVariable(name, waves, declared, continues)
    return 'problem' in found ? undefined : found
  }
  const computed = new Map<string, PanelVariable[]>()
  for (const { name } of declared) {
    const one = find(name)
    if (one === undefined || !askedInBoth(one, waves)) continue
    const home = homeOf(one, after)
    computed.set(home, [...(computed.get(home) ?? []), one])
  }
  const link = ({ name, label }: PanelVariable) => ({
    href: queryHref(query, { variable: name, suche: '' }),
    label,
    name,
  })
  const names = waveNames(waves, [before.wave, after.wave])
  const namedCaveat = (one: PanelVariable) => {
    const comparability = comparabilityOf(one, before, after, continues)
    return caveatOf({ ...comparability, why: namedIn(comparability.why, names) })
  }
  const lists: Lists = { concepts: [], single: [] }
  for (const question of questionsOf(after)) {
    const items = itemsOf(question).flatMap(({ name }) => find(name) ?? [])
    const [first] = items
    if (first === undefined) continue
    const caveat = namedCaveat(first)
    if (!askedInBoth(first, waves)) {
      lists.single.push({ number: `${question.number} in ${names.get(after.wave)}`, title: question.title, caveat })
      continue
    }
    const numbers = waves.map(({ wave }) => first.asked.get(wave)?.questions[0]?.number ?? '').join(' → ')
    lists.concepts.push({
      numbers,
      title: question.title,
      caveat,
      computed: (computed.get(question.id) ?? []).map(link),
      items: items.filter((one) => askedInBoth(one, waves)).map(link),
    })
  }
  for (const question of questionsOf(before)) {
    const first = itemsOf(question).flatMap(({ name }) => find(name) ?? [])[0]
    if (first === undefined || first.asked.has(after.wave)) continue
    const caveat = namedCaveat(first)
    lists.single.push({ number: `${question.number} in ${names.get(before.wave)}`, title: question.title, caveat })
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

const askedInBoth = ({ asked }: PanelVariable, waves: readonly WaveSurvey[]) =>
  waves.every(({ wave }) => asked.has(wave))

/** The question of the first thing that a computed variable adds up. */
const homeOf = ({ asked }: PanelVariable, { wave }: WaveSurvey) =>
  [...(asked.get(wave)?.variables.values() ?? [])][0]?.question ?? ''

/** Composite questions by their parts. */
const questionsOf = ({ instrument }: WaveSurvey): Question[] =>
  [...instrument.questions.values()].filter(({ parts }) => parts.length === 0)

const itemsOf = ({ variables }: Question) =>
  variables.filter((one) => kindOf(one) !== undefined && one.role !== 'notAvailable')
