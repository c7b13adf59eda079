import type { Terms } from '../../../surveys/derived/derived.ts'
import type { ScriptInput, ScriptWave } from '../comparison-input.ts'
import { carriedInStata, command, importInStata, inputInStata } from './stata-lines.ts'

type ValuesOf = Pick<ScriptInput, 'key' | 'kind' | 'isShare' | 'codes'>

/** Reads what is compared in a wave: of a number its value, part and base, of answers their place in the list. */
export function waveInStata(name: string, wave: ScriptWave, input: ValuesOf): string[] {
  const { file, parts: above, possible, base, stated = [], values } = wave
  const { key, kind, isShare } = input
  const save = [`tempfile ${name}`, `save \`${name}'`, '']
  if (values !== undefined)
    return [
      ...inputInStata(
        `str12 einheit double wert_${name}`,
        values.map(({ unit, value }) => [`"${unit}"`, value]),
      ),
      ...save,
    ]
  const read = [...importInStata(file, key), ...carriedInStata(file)]
  if (kind !== 'number') return [...read, ...answersInStata(name, wave, input), `keep einheit wert_${name}`, ...save]
  const asked = [above, possible, base].flatMap(({ plus, minus }) => [...plus, ...minus])
  const used = [...asked, ...stated.map((one) => one.base)]
  const [part, whole, value] = [`teil_${name}`, `basis_${name}`, `wert_${name}`]
  return [
    ...read,
    command(`destring ${[...new Set(used)].join(' ')}, replace`),
    ...(isShare
      ? [
          command(`generate double ${part} = ${terms(above)}`),
          command(`generate double ${whole} = ${terms(base)}`),
          ...stated.map(
            (one) => `replace ${whole} = ${whole} - ${one.total} + ${one.base} if einheit == "${one.unit}"`,
          ),
          ...upperBound(name, possible),
          `generate double ${value} = 100 * ${part} / ${whole} if inrange(${part}, 0, ${whole})`,
          `replace ${value} = . if missing(${part}, ${whole}) | ${whole} == 0`,
          `keep einheit ${value} ${part} ${whole}`,
        ]
      : [command(`generate double ${value} = ${terms(above)}`), `keep einheit ${value}`]),
    ...save,
  ]
}

/** What has no counterpart in the other wave stays missing. */
function answersInStata(name: string, { parts, common }: ScriptWave, { codes }: ValuesOf): string[] {
  const [column = ''] = parts.plus
  const meant = common ?? codes.map((code) => ({ code, as: code }))
  return [
    `generate byte wert_${name} = .`,
    ...meant.map(({ code, as }) => `replace wert_${name} = ${codes.indexOf(as) + 1} if ${column} == "${code}"`),
  ]
}

/** A missing value counts as the largest number in Stata, and min() passes over it. */
function upperBound(name: string, possible: Terms): string[] {
  if (possible.plus.length === 0) return []
  const [part, base] = [`teil_${name}`, `basis_${name}`]
  return [
    command(`generate double moeglich = ${terms(possible)}`),
    command(
      `replace ${part} = cond(missing(moeglich), ., min(${part} + moeglich, ${base})) if ${part} <= ${base} & !missing(${base})`,
    ),
  ]
}

const terms = ({ plus, minus }: Terms) => [plus.join(' + '), ...minus].join(' - ')
