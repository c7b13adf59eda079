import { methodsInWords } from '../../../../analysis/imputation/method.ts'
import { populationLine } from '../../../../analysis/report/population-words.ts'
import { indicatorWords, type Provenance, territoryLines } from '../../../../analysis/report/provenance.ts'
import { number, whole } from '../../../../analysis/words.ts'
import { answersFile, valuesUsed, valuesWords } from '../../../../surveys/codebook/values-used.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { FigureOrigin } from '../../../../views/page-data/evaluation-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'

/** Where to go on from figures, with the waves whose files their scripts read. */
export type Links = Pick<FigureOrigin, 'permanentHref' | 'downloads'> & { files: readonly string[] }

/** How figures came about, as the page tells it. */
export function figureOrigin(
  {
    snapshot,
    waves,
    variables,
    filters,
    units,
    grouping,
    weights,
    level,
    bootstrap,
    methods,
    population,
    indicators = [],
    territory,
  }: Provenance,
  { many, files, ...links }: Links & { many: string },
): FigureOrigin {
  const { state, values, submissions, at } = snapshot
  const facts = [
    {
      label: 'Datenstand',
      lines: [`Datenstand ${state}: ${whole(submissions)} Abgaben, die jüngste vom ${dayAndTime(new Date(at))}`],
    },
    { label: 'Werte', lines: [valuesWords(values), ...(methods ? [`Ergänzt: ${methodsInWords(methods)}`] : [])] },
    ...waves.map(({ wave, survey, version, hash, stichtag, answers }) => ({
      label: wave,
      lines: [
        `Fragebogen ${survey}, Fassung ${version}${stichtag === '' ? '' : `, Stichtag ${formatDate(stichtag)}`}`,
        `SHA-256 ${hash}`,
        answers.map((one) => `${whole(one.submissions)} Antworten nach Fassung ${one.version}`).join(', ') ||
          'keine Antworten',
      ],
    })),
    ...variables.map(({ name, formula, base, questions, mappings = [] }) => ({
      label: 'Formel',
      lines: [
        formula === name ? `${name}, wie angegeben` : `${name} = ${formula}`,
        ...(base === '' ? [] : [`Bezugsgröße: ${base}`]),
        ...(questions.length === 0 ? [] : [`Fragen: ${questions.join('; ')}`]),
        ...mappings,
      ],
    })),
    ...(indicators.length === 0 ? [] : [{ label: 'Amtliche Zahlen', lines: indicators.map(indicatorWords) }]),
    ...(territory === undefined ? [] : [{ label: 'Gebietsstand', lines: territoryLines(territory) }]),
    { label: 'Filter', lines: [`${filters.join(', ') || 'keiner'}; ${whole(units)} ${many}`] },
    { label: 'Gruppen', lines: [grouping || 'keine'] },
    { label: 'Gewichte', lines: [weights || 'keine'] },
    ...(population === undefined
      ? []
      : [{ label: 'Grundgesamtheit', lines: [`Intervalle und Tests sprechen über ${populationLine(population)}`] }]),
    {
      label: 'Verfahren',
      lines: [
        `Intervalle zum Niveau ${number(100 * level)} %`,
        ...(bootstrap.replicates === 0
          ? []
          : [`Bootstrap mit ${whole(bootstrap.replicates)} Stichproben, Startwert ${bootstrap.seed}`]),
      ],
    },
  ]
  return {
    facts,
    ...links,
    files: files.map((wave) => ({ wave, name: answersFile(wave, values) })),
    werte: valuesUsed[values].code,
  }
}
