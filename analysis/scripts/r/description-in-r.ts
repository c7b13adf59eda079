import { reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import type { CompletedInput } from '../completed-input.ts'
import type { DescribedVariable, DescriptionInput, ScriptClaims } from '../description-input.ts'
import { flagInR, readInR, rPart, tableInR, textInR, textsInR, weightLines } from './r-lines.ts'

const functions = ['read', 'level', 'frequencies', 'output', 'test', 'population', 'weighted', 'estimates', 'describe']
  .map(rPart)
  .join('\n\n')

/** A script in R, without packages, that describes a question again and prints a table: group, figure, value. */
export function descriptionInR({
  head,
  file,
  key,
  level,
  columns,
  units,
  claims,
  variables,
  hidden,
  completed,
}: DescriptionInput): string {
  return [
    ...head.map((line) => `# ${line}`),
    '',
    `niveau <- ${level}`,
    `verdeckt <- ${textsInR(hidden)}`,
    ...claimLines(claims),
    '',
    functions,
    '',
    ...unitLines({ columns, units, claims }),
    `antworten <- ${readInR(file)}`,
    `antworten <- antworten[match(einheiten$einheit, antworten$${key}), ]`,
    `nahm_teil <- !is.na(antworten$${key})`,
    ...(completed ? completedLines(completed, file.state, key) : []),
    '',
    'drucke(list(',
    [...variables.flatMap(callsFor), ...(completed ? completedCalls(completed, variables) : [])]
      .map((call) => `  ${call}`)
      .join(',\n'),
    '))',
    '',
  ].join('\n')
}

/** What the figures speak of, and how weighted ones do. */
function claimLines({ isOfAsked, clusters, weights }: ScriptClaims): string[] {
  return [
    `sind_befragte <- ${flagInR(isOfAsked)}`,
    `ist_groesse_bekannt <- ${flagInR(isOfAsked)}`,
    `hat_bloecke <- ${flagInR(clusters !== undefined)}`,
    `ist_gewichtet <- ${flagInR(weights !== undefined)}`,
    ...(weights === undefined ? [] : weightLines({ isSampleKnown: weights.isSampleKnown, weighting: weights })),
  ]
}

function unitLines({ columns, units, claims }: Pick<DescriptionInput, 'columns' | 'units' | 'claims'>): string[] {
  const { clusters, weights } = claims
  const margins = weights?.units[0]?.margins.map((_classes, place) => `rand${place + 1}`) ?? []
  const names = ['einheit', ...columns, ...(clusters ? ['block'] : []), ...(weights ? ['gewicht', ...margins] : [])]
  const rows = units.map((row, place) => {
    const own = weights?.units[place]
    return [...row, ...(clusters ? [clusters[place] ?? 0] : []), ...(own ? [own.weight ?? 'NA', ...own.margins] : [])]
  })
  const asNumber = 'einheiten$gewicht <- suppressWarnings(as.numeric(einheiten$gewicht))'
  return [...tableInR('einheiten', names, rows), ...(weights ? [asNumber] : [])]
}

function completedLines({ file, methods, variables }: CompletedInput, state: number, key: string): string[] {
  const of = [file, String(state), methods.join(',')].map(textInR).join(', ')
  return [
    '',
    rPart('complete'),
    '',
    `ergaenzt <- lies_ergaenzt(${of})`,
    ...variables.map(({ name }) => `antworten <- ergaenze(antworten, ${textInR(name)}, ${textInR(key)})`),
  ]
}

const completedCalls = ({ variables }: CompletedInput, described: readonly DescribedVariable[]): string[] =>
  variables.flatMap(({ name, groups }) => {
    const shown = described.find((one) => one.name === name)?.shown ?? []
    return groups.map((group) => {
      const column = shown.find((one) => one.group === group)?.column ?? ''
      return `mit_ergaenzten(${[name, group, column].map(textInR).join(', ')})`
    })
  })

function callsFor({ name, kind, shown }: DescribedVariable): string[] {
  return [
    `fehlende(${textInR(name)}, ${textInR(reasonColumn(name).name)})`,
    ...shown.map(({ group, column, codes }) => {
      const of = [name, group, column].map(textInR).join(', ')
      return kind === 'choice' ? `auswahl(${of}, ${textsInR(codes)})` : `zahlen(${of}, ${flagInR(kind === 'sum')})`
    }),
  ]
}
