import type { AttritionScriptInput } from '../attrition-input.ts'
import { forEach } from './block.ts'
import { digits } from './number-blocks.ts'
import { command, levelInStata } from './stata-lines.ts'

const outcomes = ['first', 'second', 'stayed', 'both'] as const

/** Whether the report tells some figures of a group, each of them. */
const tells = ({ hidden }: AttritionScriptInput, group: string, figures: readonly string[]) =>
  !figures.some((figure) => hidden.includes(`${group} ${figure}`))

export const flowLines = (input: AttritionScriptInput): string[] =>
  tells(input, 'insgesamt', ['beide', 'nur_vorher', 'nur_nachher', 'keine'])
    ? ['* Wer wann geantwortet hat [R] tabulate twoway', 'tabulate antwort_vorher antwort_nachher', '']
    : []

/** Shares of all and of classes, with the interval of Wilson, where the report tells both. */
export function rateLines(input: AttritionScriptInput): string[] {
  const { characteristics, columns, level } = input
  const counted = (outcome: string) => ['ja', 'von', 'anteil', 'unten', 'oben'].map((one) => `${one}_${outcome}`)
  return [
    '* Wie viele geantwortet haben, Intervall nach Wilson [R] ci',
    ...outcomes.flatMap((outcome) => {
      const ci = (condition: string) =>
        `capture noisily ci proportions ja_${outcome}${condition}, wilson ${levelInStata(level)}`
      return [
        ...(tells(input, 'insgesamt', counted(outcome)) ? [ci('')] : []),
        ...characteristics.flatMap((name) => {
          const classes = classesOf(columns, name).filter((one) => tells(input, `${name}:${one}`, counted(outcome)))
          return forEach('k', classes, [`display as text _newline "${name} \`k'"`, ci(` if ${name} == "\`k'"`)])
        }),
      ]
    }),
    '',
  ]
}

const classesOf = (columns: AttritionScriptInput['columns'], name: string) =>
  [...new Set(columns.find((one) => one.name === name)?.of ?? [])].sort()

/** Whether classes differ; without their counts, of which some may be hidden. */
export function testLines(input: AttritionScriptInput): string[] {
  const tests = input.characteristics.flatMap((name) =>
    outcomes
      .filter((outcome) => tells(input, name, [`chi2_${outcome}`]))
      .map((outcome) => `tabulate ${name} ja_${outcome}, chi2 V nofreq`),
  )
  return tests.length === 0
    ? []
    : ['* Ob sich die Klassen unterscheiden: Chi-Quadrat, Cramérs V [R] tabulate twoway', ...tests, '']
}

/** Whether those who answered are larger than those who did not. */
export function differenceLines(input: AttritionScriptInput): string[] {
  const lines = outcomes.flatMap((outcome) => {
    const told = (figure: string) => tells(input, 'einwohner', [`${figure}_${outcome}`])
    const by = `by(ja_${outcome})`
    const medians = told('median_ja') && told('median_nein') ? ' median' : ''
    return [
      ...(told('n_ja') ? [command(`tabstat einwohner, ${by} statistics(count mean${medians}) nototal ${digits}`)] : []),
      ...(told('welch_p') ? [`capture noisily ttest einwohner, ${by} unequal`] : []),
      ...(told('rang_p') ? [`capture noisily ranksum einwohner, ${by}`] : []),
    ]
  })
  return lines.length === 0
    ? []
    : [
        '* Ob sie sich in den Einwohnern unterscheiden [R] tabstat, [R] ttest, by(), [R] ranksum',
        '* Sind beide Gruppen unter 50, gilt das exakte p; sonst nähert der Bericht mit Stetigkeitskorrektur, Stata ohne.',
        ...lines,
        '',
      ]
}

/** What it is known by; a characteristic that is known of nobody, or the same of all, is none. */
export function logitLines({ models, units, columns, level }: AttritionScriptInput): string[] {
  if (models.length === 0) return []
  const classes = classesOf(columns, 'logit_regierungsbezirk').filter((one) => one !== '')
  const known = [
    ...(units.some(({ inhabitants }) => inhabitants !== undefined) ? ['ln_einwohner'] : []),
    ...(classes.length > 1 ? ['ib(freq).bezirk'] : []),
  ]
  return [
    '* Logit; Bezug ist die Klasse mit den meisten. Danach als Chancenverhältnisse [R] logit, [U] 11.4.3',
    'generate double ln_einwohner = ln(einwohner)',
    'encode logit_regierungsbezirk, generate(bezirk)',
    ...models.flatMap((name) => [
      `logit ${[`ja_${name}`, ...known].join(' ')}, ${levelInStata(level)}`,
      `logit, or ${levelInStata(level)}`,
    ]),
    '',
  ]
}
