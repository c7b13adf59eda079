import type { AttritionScriptInput } from '../attrition-input.ts'
import { carriedPart, readCarriedInR, registerInR, rPart, textInR, textsInR } from './r-lines.ts'

const functions = ['read', 'output', 'attrition'].map(rPart).join('\n\n')
const output = rPart('attrition-output')

/** A script in R that says again who is missing, from the exported files. It needs no package and prints group, figure, value. */
export function attritionInR(input: AttritionScriptInput): string {
  const { head, key, level, waves, characteristics, models, weights, trimAt, hidden } = input
  const named = weights.map(({ method, columns: met }) => `${method} = ${textsInR(met)}`)
  return [
    ...head.map((line) => `# ${line}`),
    '',
    `niveau <- ${level}`,
    `verdeckt <- ${textsInR(hidden)}`,
    `kappen_bei <- ${trimAt}`,
    `merkmale <- ${textsInR(characteristics)}`,
    `modelle <- ${textsInR(models)}`,
    `gewichte <- list(${named.join(', ')})`,
    '',
    functions,
    ...carriedPart(waves.map(({ file }) => file)),
    '',
    ...waves.map(({ file, role }) => `${role} <- antwortende(${readCarriedInR(file, key)}, ${textInR(key)})`),
    ...registerInR(['befragt_vorher', 'befragt_nachher'], input),
    '',
    output,
    '',
  ].join('\n')
}
