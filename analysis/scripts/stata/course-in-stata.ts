import type { CourseScriptInput } from '../course-input.ts'
import { forEach } from './block.ts'
import { digits } from './number-blocks.ts'
import { command, inputInStata, remark, stataHead, when } from './stata-lines.ts'
import { waveInStata } from './wave-in-stata.ts'

/** What `courseInR` computes, as far as Stata has commands for it. */
export function courseInStata(input: CourseScriptInput): string {
  const { head, kind, codes, waves, groups } = input
  const values = waves.map((_one, at) => `wert_welle_${at + 1}`)
  return [
    ...stataHead(head),
    ...waves.flatMap(({ wave }, at) => waveInStata(`welle_${at + 1}`, wave, input)),
    ...unitLines(input),
    ...waves.map((_one, at) => `merge 1:1 einheit using \`welle_${at + 1}', keep(master match) nogenerate`),
    ...(kind === 'number'
      ? []
      : [
          ...codes.map((code, place) => `label define antworten ${place + 1} "${code}", add`),
          `label values ${values.join(' ')} antworten`,
        ]),
    `generate byte in_jeder = !missing(${values.join(', ')})`,
    '',
    ...waves.flatMap(({ name }, at) => [
      ...levelLines(input, { wave: name, at, of: 'alle' }),
      ...levelLines(input, { wave: name, at, of: 'jede' }),
    ]),
    ...(groups.length === 0
      ? []
      : [
          ...remark('Je Gruppe alle mit Angabe in jeder Welle:'),
          '* [R] tabstat',
          ...forEach('g', groups, [
            'display as text _newline "Gruppe `g\'"',
            `tabstat ${values.join(' ')}${when('gruppe == "`g\'"')}, statistics(count mean) columns(statistics) ${digits}`,
          ]),
          '',
        ]),
    ...remark(
      `Dafür hat Stata keinen Befehl; es steht im Skript in R: ${[
        ...(kind === 'number' ? ['Quartile vom Typ 7'] : []),
        'Intervalle, die wissen, wie viele befragt wurden',
      ].join(', ')}.`,
    ),
    '',
  ].join('\n')
}

function unitLines({ units, groups, waves, isWeighted }: CourseScriptInput): string[] {
  const isGrouped = groups.length > 0
  return inputInStata(
    [
      'str12 einheit',
      ...(isGrouped ? ['str32 gruppe'] : []),
      ...(isWeighted ? [...waves, undefined].map((_one, at) => `double gewicht_${at + 1}`) : []),
    ].join(' '),
    units.map(({ unit, group, weights }) => [
      `"${unit}"`,
      ...(isGrouped ? [`"${group}"`] : []),
      ...(isWeighted ? weights.map((one) => one ?? '.') : []),
    ]),
  )
}

/** A command prints all it knows: it is left out where the report hides one of its figures. */
function levelLines(
  { kind, codes, waves, isWeighted, hidden }: CourseScriptInput,
  { wave, at, of }: { wave: string; at: number; of: 'alle' | 'jede' },
): string[] {
  const value = `wert_welle_${at + 1}`
  const condition = when(of === 'alle' ? `!missing(${value})` : 'in_jeder')
  const weight = `gewicht_${of === 'alle' ? at + 1 : waves.length + 1}`
  const isTold = (figures: readonly string[]) => figures.every((one) => !hidden.includes(`${wave}:${of} ${one}`))
  const isNumber = kind === 'number'
  const plain = isNumber ? ['n', 'mittel', 'sd', 'median'] : ['n', ...codes.map((code) => `anteil_${code}`)]
  const weighted = isNumber ? ['gewichtet'] : codes.map((code) => `gewichtet_${code}`)
  return [
    ...remark(`${wave}, ${of === 'alle' ? 'alle mit Angabe' : 'in jeder Welle dabei'}:`),
    `* ${isNumber ? '[R] tabstat' : '[R] tabulate oneway'}`,
    ...(isTold(plain)
      ? [
          command(
            isNumber
              ? `tabstat ${value}${condition}, statistics(count mean sd median) columns(statistics) ${digits}`
              : `tabulate ${value}${condition}`,
          ),
        ]
      : remark('Nicht alles davon zeigt der Bericht, daher nicht hier.')),
    ...(isWeighted && isTold(weighted)
      ? [
          command(
            isNumber
              ? `tabstat ${value} [aweight = ${weight}]${condition}, statistics(mean) ${digits}`
              : `tabulate ${value} [aweight = ${weight}]${condition}`,
          ),
        ]
      : []),
    '',
  ]
}
