import type { PatternsScriptInput } from '../patterns-input.ts'
import { carriedPart, readCarriedInR, registerInR, rPart, textInR, textsInR } from './r-lines.ts'

const functions = ['read', 'output'].map(rPart).join('\n\n')
const figures = rPart('patterns')

/** A script in R that says again who answered which waves, from the exported files. It needs no package. */
export function patternsInR(input: PatternsScriptInput): string {
  const { head, key, level, files, patterns, columns, hidden } = input
  const read = files.map((file) => `  ${readCarriedInR(file, key)}[[${textInR(key)}]]`)
  return [
    ...head.map((line) => `# ${line}`),
    '',
    `niveau <- ${level}`,
    `verdeckt <- ${textsInR(hidden)}`,
    `alle_muster <- ${textsInR(patterns)}`,
    `merkmale <- ${columns.length === 0 ? 'character()' : textsInR(columns.map(({ name }) => name))}`,
    '',
    functions,
    ...carriedPart(files),
    '',
    `antwortende_je_welle <- list(\n${read.join(',\n')}\n)`,
    ...registerInR(
      files.map((_file, at) => `befragt_${at + 1}`),
      input,
    ),
    '',
    figures,
    '',
  ].join('\n')
}
