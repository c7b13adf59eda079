import type { Terms } from '../../../surveys/derived/derived.ts'
import type { ScriptInput, ScriptUnit, ScriptWave } from '../comparison-input.ts'
import { carriedPart, flagInR, readCarriedInR, rPart, tableInR, textInR, textsInR, weightLines } from './r-lines.ts'

const certainty = ['population', 'weighted', 'besides', 'assumptions']
const parts = {
  number: [
    'read',
    'level',
    'test',
    ...certainty,
    'pooled',
    'differences',
    'influence',
    'samples',
    'weighting-bootstrap',
    'share',
    'numbers',
    'output',
  ]
    .map(rPart)
    .join('\n\n'),
  category: [
    'read',
    'frequencies',
    'test',
    ...certainty,
    'differences',
    'samples',
    'weighting-bootstrap',
    'categories',
    'output',
  ]
    .map(rPart)
    .join('\n\n'),
  common: rPart('common-answers'),
  step: rPart('step'),
}

/**
 * A script in R that computes a step of a comparison again from the exported files. It needs no package and prints a table:
 * group, figure, value.
 */
export function rScript(input: ScriptInput): string {
  const isNumber = input.kind === 'number'
  return [
    ...input.head.map((line) => `# ${line}`),
    '',
    `ist_gruppiert <- ${flagInR(input.isGrouped)}`,
    `niveau <- ${input.level}`,
    `verdeckt <- ${textsInR(input.hidden)}`,
    `ist_gewichtet <- ${flagInR(input.isWeighted)}`,
    ...populationLines(input),
    ...(input.isWeighted ? weightLines(input) : []),
    ...assumedLines(input),
    `weitere_gewichte <- list(${input.besides.map(besideInR).join(', ')})`,
    ...(isNumber
      ? [
          `hat_gesamt <- ${flagInR(input.hasPooled)}`,
          `hat_einfluss <- ${flagInR(input.hasInfluence)}`,
          `hat_gewichteten_einfluss <- ${flagInR(input.hasWeightedInfluence)}`,
        ]
      : []),
    ...(isNumber
      ? [`ist_anteil <- ${flagInR(input.isShare)}`]
      : [`ist_ja_nein <- ${flagInR(input.kind === 'flag')}`, `auspraegungen <- ${textsInR(input.codes)}`]),
    `stichproben <- ${input.replicates}`,
    `startwert <- ${input.seed}`,
    '',
    isNumber ? parts.number : parts.category,
    ...(input.before.common === undefined ? [] : ['', parts.common]),
    ...carriedPart([input.before.file, input.after.file]),
    '',
    ...waveLines('vorher', input.before, input),
    ...waveLines('nachher', input.after, input),
    ...unitLines(input),
    ...refitLines(input),
    '',
    parts.step,
    '',
  ].join('\n')
}

/** How many were asked, of all and of groups of known size; or of a process, whether units may hang together. */
function populationLines({ population, held }: ScriptInput): string[] {
  const { sizes, isOfKnownSize, hasClusters } = population
  const named = sizes.map(({ group, units }) => `${textInR(group)} = ${units}`)
  return [
    `befragte <- c(${named.join(', ')})`,
    `ist_groesse_bekannt <- ${flagInR(isOfKnownSize)}`,
    `hat_bloecke <- ${flagInR(hasClusters)}`,
    `vergleichbar <- ${textsInR(held)}`,
  ]
}

/** What is taken for granted; an official figure is no sample, and nothing is missing of it. */
const assumedLines = ({ assumed: { relevant, missingBy, isWhole, isSample } }: ScriptInput): string[] => [
  `ist_stichprobe <- ${flagInR(isSample)}`,
  `ist_ganz_befragt <- ${flagInR(isWhole)}`,
  `relevant <- ${relevant ?? 'NA'}`,
  `fehlende_um <- ${missingBy ?? 'NA'}`,
]

/** All who could have answered, with what the models of the weights know of them. */
function refitLines({ refit }: ScriptInput): string[] {
  if (refit === undefined) return ['gewichtung <- data.frame()']
  return [
    `kappen_bei <- ${refit.trimAt}`,
    `stufen_der_gewichtung <- ${refit.stages}`,
    ...tableInR(
      'gewichtung',
      ['einheit', ...refit.columns],
      refit.rows.map(({ unit, values }) => [unit, ...values.map((value) => value ?? 'NA')]),
      `c("character", rep("numeric", ${refit.columns.length}))`,
    ),
  ]
}

const besideInR = ({ name, isCorrected, isStratified }: ScriptInput['besides'][number]) =>
  `${name} = c(korrigiert = ${flagInR(isCorrected)}, geschichtet = ${flagInR(isStratified)})`

export function waveLines(
  name: string,
  { file, parts: above, possible, base, stated = [], common, values, addsUp }: ScriptWave,
  { key, kind, isShare }: Pick<ScriptInput, 'key' | 'kind' | 'isShare'>,
): string[] {
  if (values !== undefined)
    return [
      ...tableInR(
        name,
        ['einheit', 'wert'],
        values.map(({ unit, value }) => [unit, value]),
        'c("character", "numeric")',
      ),
      `${name}$teil <- ${name}$wert`,
      `${name}$basis <- rep(NA, nrow(${name}))`,
    ]
  const used = [above, possible, base].flatMap(({ plus, minus }) => [...plus, ...minus])
  const added = kind === 'number' && addsUp ? [...used, ...stated.map((one) => one.base)] : []
  const read = `datei <- ${readCarriedInR(file, key, added)}`
  if (kind !== 'number')
    return [
      read,
      `${name} <- data.frame(einheit = datei$${key}, wert = datei[[${textInR(above.plus[0] ?? '')}]])`,
      ...(common === undefined ? [] : [`${name}$wert <- gemeinsam(${name}$wert, ${commonInR(common)})`]),
    ]
  const value = isShare ? 'anteil(teil, basis)' : 'teil'
  return [
    read,
    `teil <- ${termsInR(above)}`,
    `basis <- ${isShare ? termsInR(base) : 'NA'}`,
    ...statedInR(stated, key),
    ...(possible.plus.length === 0
      ? []
      : [`teil <- ifelse(teil > basis, teil, pmin(teil + ${termsInR(possible)}, basis))`]),
    `${name} <- data.frame(einheit = datei$${key}, wert = ${value}, teil = teil, basis = basis)`,
  ]
}

/** Whoever said that their answers are a part of another number. */
function statedInR(stated: NonNullable<ScriptWave['stated']>, key: string): string[] {
  return stated.map(({ unit, total, base }) => {
    const other = `basis - zahl(datei, ${textInR(total)}) + zahl(datei, ${textInR(base)})`
    return `basis <- ifelse(datei$${key} == ${textInR(unit)}, ${other}, basis)`
  })
}

const commonInR = (common: NonNullable<ScriptWave['common']>) =>
  `c(${common.map(({ code, as }) => `${textInR(code)} = ${textInR(as)}`).join(', ')})`

function termsInR({ plus, minus }: Terms): string {
  const read = (name: string) => `zahl(datei, ${textInR(name)})`
  return [plus.map(read).join(' + '), ...minus.map(read)].join(' - ')
}

/** Whoever counts, with group and weight; without any of that, all who are in one of the files. */
function unitLines({ units, isWeighted, besides, population: { hasClusters } }: ScriptInput): string[] {
  if (units === undefined) return ['einheiten <- data.frame(einheit = union(vorher$einheit, nachher$einheit))']
  const margins = units[0]?.margins.map((_classes, place) => `rand${place + 1}`) ?? []
  const columns = [
    'einheit',
    'gruppe',
    ...(hasClusters ? ['block'] : []),
    ...(isWeighted ? ['gewicht', ...margins] : []),
    ...besides.flatMap(({ name, margins: many }) => [
      `${name}_gewicht`,
      ...Array.from({ length: many }, (_none, place) => `${name}_rand${place + 1}`),
    ]),
  ]
  const row = ({ unit, group, cluster, weight, margins: own, besides: others }: ScriptUnit) => [
    unit,
    group,
    ...(hasClusters ? [cluster] : []),
    ...(isWeighted ? [weight ?? 'NA', ...own] : []),
    ...others.flatMap((one) => [one.weight ?? 'NA', ...one.margins]),
  ]
  return [
    ...tableInR('einheiten', columns, units.map(row)),
    ...['gewicht', ...besides.map(({ name }) => `${name}_gewicht`)]
      .slice(0, isWeighted ? undefined : 0)
      .map((name) => `einheiten$${name} <- suppressWarnings(as.numeric(einheiten$${name}))`),
  ]
}
