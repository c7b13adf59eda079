import type { Terms } from '../../../surveys/derived/derived.ts'
import type { ScriptInput, ScriptUnit, ScriptWave } from '../comparison-input.ts'
import { importInStata, inputInStata, stataHead, stataPart } from './stata-lines.ts'

const parts = {
  number: ['line', 'level', 'numbers'].map(stataPart).join('\n\n'),
  category: ['line', 'frequencies', 'categories'].map(stataPart).join('\n\n'),
}

/** The same as `rScript` for Stata 15 or newer. */
export function stataScript(input: ScriptInput): string {
  const isNumber = input.kind === 'number'
  const columns = isNumber
    ? ['wert_vorher', 'teil_vorher', 'basis_vorher', 'wert_nachher', 'teil_nachher', 'basis_nachher']
    : ['wert_vorher', 'wert_nachher']
  return [
    ...stataHead([
      ...input.head,
      ...(input.isWeighted ? ['Die gewichteten Größen rechnet das Skript in R; hier stehen die ungewichteten.'] : []),
    ]),
    isNumber ? parts.number : parts.category,
    '',
    ...waveLines('vorher', input.before, input),
    ...waveLines('nachher', input.after, input),
    ...unitLines(input),
    "merge 1:1 einheit using `vorher', keep(master match) nogenerate",
    "merge 1:1 einheit using `nachher', keep(master match) nogenerate",
    'sort einheit',
    `mata: auswerten("insgesamt", ${data(columns, isNumber)}, ${options(input)})`,
    ...(input.isGrouped
      ? [
          'levelsof gruppe, local(gruppen)',
          'foreach g of local gruppen {',
          '    preserve',
          '    keep if gruppe == "`g\'"',
          `    mata: auswerten("\`g'", ${data(columns, isNumber)}, ${options(input)})`,
          '    restore',
          '}',
        ]
      : []),
    '',
  ].join('\n')
}

const data = (columns: readonly string[], isNumber: boolean) =>
  `${isNumber ? 'st_data' : 'st_sdata'}(., (${columns.map((name) => `"${name}"`).join(', ')}))`

function options({ kind, isShare, level, replicates, seed, codes }: ScriptInput): string {
  const is = (yes: boolean) => (yes ? 1 : 0)
  return kind === 'number'
    ? [is(isShare), level, replicates, seed].join(', ')
    : [`(${codes.map((code) => `"${code}"`).join(', ')})`, is(kind === 'flag'), level].join(', ')
}

function waveLines(name: string, { file, parts: above, base, values }: ScriptWave, input: ScriptInput): string[] {
  const { key, kind, isShare } = input
  if (values !== undefined)
    return [
      ...inputInStata(
        `str12 einheit double wert_${name}`,
        values.map(({ unit, value }) => [`"${unit}"`, value]),
      ),
      `generate double teil_${name} = wert_${name}`,
      `generate double basis_${name} = .`,
      `tempfile ${name}`,
      `save \`${name}'`,
      '',
    ]
  const read = importInStata(file, key)
  const save = [`tempfile ${name}`, `save \`${name}'`, '']
  if (kind !== 'number')
    return [...read, `generate wert_${name} = ${above.plus[0]}`, `keep einheit wert_${name}`, ...save]
  const used = [...above.plus, ...above.minus, ...base.plus, ...base.minus]
  return [
    ...read,
    `destring ${[...new Set(used)].join(' ')}, replace`,
    `generate double teil_${name} = ${terms(above)}`,
    `generate double basis_${name} = ${isShare ? terms(base) : '.'}`,
    isShare
      ? `generate double wert_${name} = 100 * teil_${name} / basis_${name} if teil_${name} >= 0 & teil_${name} <= basis_${name} & basis_${name} > 0 & basis_${name} < .`
      : `generate double wert_${name} = teil_${name}`,
    `keep einheit wert_${name} teil_${name} basis_${name}`,
    ...save,
  ]
}

const terms = ({ plus, minus }: Terms) => [plus.join(' + '), ...minus].join(' - ')

/** Whoever counts, with group and weight; without any of that, all who are in one of the files. */
function unitLines(input: ScriptInput): string[] {
  const { units } = input
  if (units === undefined)
    return ["use einheit using `vorher', clear", "append using `nachher', keep(einheit)", 'duplicates drop']
  const row = ({ unit, group }: ScriptUnit) => [`"${unit}"`, `"${group}"`]
  return inputInStata('str12 einheit str32 gruppe', units.map(row))
}
