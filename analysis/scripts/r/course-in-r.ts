import type { CourseScriptInput } from '../course-input.ts'
import { waveLines } from './comparison-in-r.ts'
import { carriedPart, flagInR, rPart, tableInR, textsInR } from './r-lines.ts'

const functions = ['read', 'level', 'output'].map(rPart).join('\n\n')
const share = rPart('share')
const figures = rPart('course')

/** A script in R that says again where a variable stands in each wave, from the exported files. It needs no package. */
export function courseInR(input: CourseScriptInput): string {
  const { head, kind, isShare, codes, level, waves, isWeighted, units, groups, asked, hasLimits, hidden } = input
  const sets = [...waves, undefined].map((_wave, at) => `gewicht_${at + 1}`)
  return [
    ...head.map((line) => `# ${line}`),
    '',
    `niveau <- ${level}`,
    `verdeckt <- ${hidden.length === 0 ? 'character()' : textsInR(hidden)}`,
    `ist_zahl <- ${flagInR(kind === 'number')}`,
    `ist_gewichtet <- ${flagInR(isWeighted)}`,
    `hat_grenzen <- ${flagInR(hasLimits)}`,
    `gruppen <- ${groups.length === 0 ? 'character()' : textsInR(groups)}`,
    `befragte <- c(${asked.join(', ')})`,
    ...(kind === 'number' ? [] : [`auspraegungen <- ${textsInR(codes)}`]),
    '',
    functions,
    ...(isShare ? ['', share] : []),
    ...carriedPart(waves.map(({ wave }) => wave.file)),
    '',
    ...waves.flatMap(({ wave }, at) => waveLines(`welle_${at + 1}`, wave, input)),
    `wellen <- list(${waves.map((_wave, at) => `welle_${at + 1}`).join(', ')})`,
    `namen <- ${textsInR(waves.map(({ name }) => name))}`,
    ...tableInR(
      'einheiten',
      ['einheit', ...(groups.length > 0 ? ['gruppe'] : []), ...(isWeighted ? sets : [])],
      units.map(({ unit, group, weights }) => [
        unit,
        ...(groups.length > 0 ? [group] : []),
        ...(isWeighted ? weights.map((one) => one ?? 'NA') : []),
      ]),
    ),
    ...(isWeighted ? sets.map((name) => `einheiten$${name} <- suppressWarnings(as.numeric(einheiten$${name}))`) : []),
    '',
    figures,
    '',
  ].join('\n')
}
