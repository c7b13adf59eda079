import type { Terms } from '../../../surveys/derived/derived.ts'
import type { ScriptInput, ScriptUnit, ScriptWave } from '../comparison-input.ts'
import { importInStata, inputInStata, stataHead, stataPart, textsInMata } from './stata-lines.ts'

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
      ...(input.population.sizes.length > 0 || input.population.hasClusters
        ? [
            'Fehler, Intervalle und Tests sprechen hier von einem Prozess, jede Einheit für sich; die anderen rechnet das Skript in R.',
          ]
        : []),
      ...(input.isWeighted ? ['Die gewichteten Größen rechnet das Skript in R; hier stehen die ungewichteten.'] : []),
    ]),
    isNumber ? parts.number : parts.category,
    `mata: verdeckt = ${textsInMata(input.hidden)}`,
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
    : [textsInMata(codes), is(kind === 'flag'), level].join(', ')
}

function waveLines(
  name: string,
  { file, parts: above, possible, base, stated = [], common, values }: ScriptWave,
  input: ScriptInput,
): string[] {
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
    return [
      ...read,
      ...answersInStata(`wert_${name}`, above.plus[0] ?? '', common),
      `keep einheit wert_${name}`,
      ...save,
    ]
  const asked = [above, possible, base].flatMap(({ plus, minus }) => [...plus, ...minus])
  const used = [...asked, ...stated.map((one) => one.base)]
  return [
    ...read,
    `destring ${[...new Set(used)].join(' ')}, replace`,
    `generate double teil_${name} = ${terms(above)}`,
    `generate double basis_${name} = ${isShare ? terms(base) : '.'}`,
    ...stated.map(
      (one) => `replace basis_${name} = basis_${name} - ${one.total} + ${one.base} if einheit == "${one.unit}"`,
    ),
    ...upperBound(name, possible),
    isShare
      ? `generate double wert_${name} = 100 * teil_${name} / basis_${name} if teil_${name} >= 0 & teil_${name} <= basis_${name} & basis_${name} > 0 & basis_${name} < .`
      : `generate double wert_${name} = teil_${name}`,
    `keep einheit wert_${name} teil_${name} basis_${name}`,
    ...save,
  ]
}

/** As they stand in the file, or as they are called in both waves: what has no counterpart stays blank, which is missing. */
function answersInStata(value: string, column: string, common: ScriptWave['common']): string[] {
  if (common === undefined) return [`generate ${value} = ${column}`]
  return [
    `generate ${value} = ""`,
    ...common.map(({ code, as }) => `replace ${value} = "${as}" if ${column} == "${code}"`),
  ]
}

/** A missing value counts as the largest number in Stata, and min() passes over it. */
function upperBound(name: string, possible: Terms): string[] {
  if (possible.plus.length === 0) return []
  const [part, base] = [`teil_${name}`, `basis_${name}`]
  return [
    `generate double moeglich = ${terms(possible)}`,
    `replace ${part} = cond(missing(moeglich), ., min(${part} + moeglich, ${base})) if ${part} <= ${base} & !missing(${base})`,
    'drop moeglich',
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
