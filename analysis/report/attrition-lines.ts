import { fewest } from '../disclosure/fewest.ts'
import type { Attrition, CharacteristicAttrition, CovariateAttrition } from '../participation/attrition.ts'
import type { OutcomeName, Rate } from '../participation/participation.ts'
import { isDefined } from '../stats/not-defined.ts'
import { columns, number, probability, pWords, signed, whole, whyNot } from '../words.ts'
import { hiddenSentence, indicatorLines, snapshotLines, workingView } from './comparison-lines.ts'
import { modelLines } from './model-lines.ts'
import type { Provenance } from './provenance.ts'

/** Who is missing between two waves, as lines for people, in German. */
export function attritionLines(attrition: Attrition, provenance: Provenance, unitName = 'Kommunen'): string[] {
  const { waves, units, flow, outcomes, rates } = attrition
  const [first, second] = waves
  return [
    `${workingView}.`,
    '',
    `Wer fehlt: ${first} → ${second}, ${whole(units)} ${unitName}`,
    ...columns([
      ['  beide Wellen beantwortet', whole(flow.both)],
      [`  nur ${first} (ausgeschieden)`, whole(flow.dropped)],
      [`  nur ${second} (hinzugekommen)`, whole(flow.joined)],
      ['  keine von beiden', whole(flow.neither)],
    ]),
    '',
    ...outcomes.map(({ name, label, base }) => `${label}: ${rateWords(rates[name])}; Bezug: ${base}.`),
    ...attrition.characteristics.flatMap((one) => ['', ...characteristicLines(one, attrition, unitName)]),
    ...attrition.covariates.flatMap((one) => ['', ...covariateLines(one, attrition, unitName)]),
    ...outcomes.flatMap(({ name, label }) => ['', ...modelLines(`Logit: ${label}`, attrition.models[name])]),
    '',
    ...snapshotLines(provenance),
    ...indicatorLines(provenance),
    `  Merkmale aus dem Register. Klassen unter ${fewest} ${unitName} sind zusammengefasst. Niveau ${number(100 * provenance.level)} %.`,
  ]
}

const percent = (share: number) => `${number(100 * share)} %`

const rateWords = ({ yes, of, interval }: Rate) =>
  of === 0
    ? 'niemand'
    : `${whole(yes)} von ${whole(of)} (${percent(yes / of)}${isDefined(interval) ? `, ${interval.map(percent).join(' bis ')}` : ''})`

const shareOf = ({ yes, of }: Rate) => (of === 0 ? '–' : percent(yes / of))

function characteristicLines(
  { label, classes, tests }: CharacteristicAttrition,
  { outcomes, waves }: Attrition,
  unitName: string,
): string[] {
  if (classes.length === 0) return [`Nach ${label}: ${hiddenSentence(unitName)}`]
  const merged = classes.flatMap((one) => one.merged)
  return [
    ...columns([
      [
        `Nach ${label}`,
        unitName,
        'beide',
        'nur 1.',
        'nur 2.',
        'keine',
        ...outcomes.map((one) => headOf(one.name, waves)),
      ],
      ...classes.map(({ label: text, flow, rates }) => [
        `  ${text}`,
        ...[flow.units, flow.both, flow.dropped, flow.joined, flow.neither].map(whole),
        ...outcomes.map(({ name }) => shareOf(rates[name])),
      ]),
    ]),
    ...(merged.length === 0 ? [] : [`  Zusammengefasst: ${merged.join(', ')}.`]),
    ...outcomes.map(({ name, label: text }) => `  ${text}: ${chiSquareWords(tests[name])}`),
  ]
}

const headOf = (name: OutcomeName, [first, second]: readonly string[]): string =>
  ({ first: `${first}`, second: `${second}`, stayed: 'Verbleib', both: 'in beiden' })[name]

function chiSquareWords(test: CharacteristicAttrition['tests'][OutcomeName]): string {
  if (!isDefined(test)) return `kein Test: ${whyNot(test)}.`
  const { chiSquare, df, p, pHolm, cramersV, enoughExpected } = test
  const caution = enoughExpected ? '' : ' Erwartete Häufigkeiten sind klein; p ist nur ein Anhalt.'
  return `χ²(${df}) = ${number(chiSquare)}, ${pWords(p)} (Holm ${pWords(pHolm)}), Cramérs V ${number(cramersV)}.${caution}`
}

function covariateLines(
  { label, differences }: CovariateAttrition,
  { outcomes }: Attrition,
  unitName: string,
): string[] {
  const rows = outcomes.flatMap(({ name, label: text }) => {
    const found = differences[name]
    if (found === undefined) return []
    const { yes, no, standardised, welch, mannWhitney } = found
    return [
      [
        `  ${text}`,
        ...[whole(yes.n), number(yes.mean), number(yes.median), whole(no.n), number(no.mean), number(no.median)],
        signed(standardised),
        isDefined(welch) ? probability(welch.p) : '–',
        isDefined(mannWhitney) ? probability(mannWhitney.p) : '–',
      ],
    ]
  })
  if (rows.length === 0) return [`${label}: ${hiddenSentence(unitName)}`]
  return columns([
    [label, 'n ja', 'Mittel', 'Median', 'n nein', 'Mittel', 'Median', 'std. Diff.', 'p (Welch)', 'p (Rang)'],
    ...rows,
  ])
}
