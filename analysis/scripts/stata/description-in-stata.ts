import { reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import type { DescribedVariable, DescriptionInput } from '../description-input.ts'
import { forEach } from './block.ts'
import { digits } from './number-blocks.ts'
import { command, importInStata, inputInStata, levelInStata, remark, stataHead, when } from './stata-lines.ts'

/** What `descriptionInR` computes, as far as Stata has commands for it. */
export function descriptionInStata(input: DescriptionInput): string {
  const { head, file, key, columns, units, variables, completed, claims } = input
  const isNumber = variables.some(({ kind }) => kind !== 'choice')
  const without = [
    ...(isNumber ? ['die Intervalle der Mittelwerte'] : []),
    ...(claims.weights ? ['Gewichte'] : []),
    ...(completed ? ['die ergänzten Werte'] : []),
  ]
  return [
    ...stataHead([
      ...head,
      ...(isNumber ? ['Dafür hat Stata keinen Befehl; es steht im Skript in R: Quartile vom Typ 7.'] : []),
      ...(without.length > 0
        ? [`Dieses Skript rechnet ohne ${without.join(' und ohne ')}; mit ihnen rechnet das in R.`]
        : []),
    ]),
    ...importInStata(file, key),
    'tempfile antworten',
    "save `antworten'",
    '',
    ...inputInStata(
      ['str12 einheit', ...columns.map((name) => `str32 ${name}`)].join(' '),
      units.map((row) => row.map((words) => `"${words}"`)),
    ),
    "merge 1:1 einheit using `antworten', keep(master match)",
    '',
    ...variables.flatMap((one) => [...missingLines(one, input), ...shownLines(one, input), '']),
  ].join('\n')
}

/** How many they are, and why values are missing: the column beside says so. */
function missingLines({ name }: DescribedVariable, { hidden }: DescriptionInput): string[] {
  const reason = (code: string) => when('_merge == 3', `missing(${name})`, `${reasonColumn(name).name} == "${code}"`)
  const counted = [
    ['einheiten', ''],
    ['mit_angabe', when(`!missing(${name})`)],
    ['leer', reason('leer')],
    ['nicht_vorhanden', reason('nicht_vorhanden')],
    ['keine_teilnahme', when('_merge == 1')],
  ] as const
  const told = counted.filter(([figure]) => !hidden.includes(`insgesamt ${figure}_${name}`))
  return [
    ...remark(
      `${name}: ${told.map(([figure]) => figure).join(', ') || 'wie viele, zeigt der Bericht nicht'} [D] count`,
    ),
    ...told.map(([, condition]) => `count${condition}`),
  ]
}

function shownLines(one: DescribedVariable, input: DescriptionInput): string[] {
  return one.kind === 'choice' ? choiceLines(one, input) : numberLines(one, input)
}

/** Stata prints all that is asked for at once: a median or a spread that is hidden is not asked for. */
function numberLines({ name, kind, shown }: DescribedVariable, { hidden }: DescriptionInput): string[] {
  const asked = [
    ['n', 'count'],
    ['mittel', 'mean'],
    ['sd', 'sd'],
    ['median', 'median'],
    ...(kind === 'sum' ? [['summe', 'sum']] : []),
  ] as [string, string][]
  const statistics = (group: string) =>
    asked.flatMap(([figure, word]) => (hidden.includes(`${group} ${figure}_${name}`) ? [] : [word])).join(' ')
  const lines = shown.map(({ group, column }) => {
    const condition = column === '' ? '' : when(`${column} == "${group}"`)
    return command(`tabstat ${name}${condition}, statistics(${statistics(group)}) columns(statistics) ${digits}`)
  })
  return lines.length === 0 ? [] : ['* Wo die Angaben liegen [R] tabstat', `destring ${name}, replace`, ...lines]
}

/** Of the answers that are told in the same groups alike: how many per cent gave them, with the interval of Wilson. */
function choiceLines({ name, shown }: DescribedVariable, { level }: DescriptionInput): string[] {
  const keyOf = ({ column, codes }: (typeof shown)[number]) => [column, ...codes].join(' ')
  const loops = [...new Set(shown.map(keyOf))].flatMap((key) => {
    const same = shown.filter((one) => keyOf(one) === key)
    const { column, codes } = same[0] as (typeof shown)[number]
    const counted = `ci proportions gewaehlt${column === '' ? '' : when(`${column} == "\`g'"`)}, wilson ${levelInStata(level)}`
    const groups = same.map(({ group }) => group)
    return forEach('a', codes, [
      `generate byte gewaehlt = ${name} == "\`a'" if !missing(${name})`,
      `display as text _newline "${name}: \`a'"`,
      ...(column === '' ? [counted] : forEach('g', groups, ['display as text "Gruppe `g\'"', counted])),
      'drop gewaehlt',
    ])
  })
  return loops.length === 0 ? [] : ['* Wie oft etwas gewählt wurde; Anteile, keine Prozent [R] ci', ...loops]
}
