import { isTold, type Told } from '../../disclosure/hidden.ts'
import type { CodebookColumn, CodebookTable, ColumnStatistics } from '../codebook.ts'
import { hiddenWords } from '../told-words.ts'
import { element, textElement, type Xml } from '../xml.ts'
import { fileOf, questionId, variableId } from './ids.ts'

const isNumber = ({ type }: CodebookColumn) => type === 'integer' || type === 'decimal'
const isMoment = ({ type }: CodebookColumn) => type === 'time' || type === 'day' || type === 'month'

/** A column; `isAlone`: the codebook has no other file. */
export function variable(table: CodebookTable, column: CodebookColumn, isAlone: boolean): Xml {
  const { name, label, printed, unit, population, concept, missing, values = [], base, formula, note } = column
  const { checks = [], statistics } = column
  return element(
    'var',
    {
      ID: variableId(table.file, name),
      name,
      files: fileOf(table),
      intrvl: isNumber(column) && values.length === 0 ? 'contin' : 'discrete',
      dcml: column.decimals,
      measUnit: unit,
      nature: unit === 'Prozent' ? 'percent' : values.length > 0 ? 'nominal' : undefined,
    },
    textElement('labl', label),
    textElement('labl', printed, { level: 'printed' }),
    question(table, column, isAlone),
    missing && invalid(missing.reasons),
    textElement('universe', population),
    statistics && summary(statistics),
    values.map(({ code, label: said }) => category(String(code), said, countOf(statistics, String(code)))),
    (missing?.reasons ?? []).map((reason) => missingCategory(reason, missing?.column ?? '', statistics)),
    textElement('concept', concept, { vocab: 'Stichtag' }),
    formula === undefined ? undefined : element('derivation', {}, textElement('drvdesc', formula)),
    element('varFormat', {
      type: isNumber(column) ? 'numeric' : 'character',
      ...(isMoment(column) && { category: column.type === 'time' ? 'time' : 'date', formatname: 'ISO 8601' }),
    }),
    [
      textElement('notes', base, { type: 'base' }),
      textElement('notes', note, { type: 'caveat' }),
      textElement('notes', checks.join(' '), { type: 'checks' }),
      statistics && hidesAnything(statistics) ? textElement('notes', hiddenWords, { type: 'disclosure' }) : undefined,
    ],
  )
}

function question(
  { file }: CodebookTable,
  { name, number, question: literal, instruction, concept }: CodebookColumn,
  isAlone: boolean,
) {
  if (literal === undefined) return undefined
  return element(
    'qstn',
    { ID: questionId(file, concept ?? name, isAlone), seqNo: number },
    textElement('qstnLit', literal),
    textElement('ivuInstr', instruction),
  )
}

type Reasons = NonNullable<CodebookColumn['missing']>['reasons']

const invalid = (reasons: Reasons): Xml =>
  element(
    'invalrng',
    {},
    reasons.map(({ number }) => element('item', { VALUE: number })),
    textElement('key', reasons.map(({ number, label }) => `${number} ${label}`).join('; ')),
  )

/** Of those who gave an answer; small counts are not there. */
function summary({ units, n, level }: ColumnStatistics): (Xml | undefined)[] {
  const stat = (type: string, value: Told<number | null> | undefined, otherType?: string) =>
    value === undefined || value === null || !isTold(value)
      ? undefined
      : textElement('sumStat', value, { type, otherType })
  return [
    stat('vald', n),
    stat('invd', isTold(units) && isTold(n) ? units - n : undefined),
    stat('mean', level?.mean),
    stat('medn', level?.median),
    stat('stdev', level?.sd),
    stat('other', level?.lowerQuartile, 'lowerQuartile'),
    stat('other', level?.upperQuartile, 'upperQuartile'),
  ]
}

const countOf = (statistics: ColumnStatistics | undefined, code: string) =>
  statistics?.categories?.find((one) => one.code === code)

type Counted = { count: Told<number>; percent?: Told<number | null> } | undefined

function frequency(counted: Counted): (Xml | undefined)[] {
  if (counted === undefined || !isTold(counted.count)) return []
  const { count, percent } = counted
  return [
    textElement('catStat', count, { type: 'freq' }),
    percent === undefined || percent === null || !isTold(percent)
      ? undefined
      : textElement('catStat', percent, { type: 'percent' }),
  ]
}

const category = (code: string, label: string, counted: Counted): Xml =>
  element('catgry', {}, textElement('catValu', code), textElement('labl', label), frequency(counted))

/** In files for statistics programs the number stands in the value itself; elsewhere the column beside it has the code. */
const missingCategory = (
  { code, number, stata, label }: Reasons[number],
  beside: string,
  statistics: ColumnStatistics | undefined,
): Xml =>
  element(
    'catgry',
    { missing: 'Y', missType: code },
    textElement('catValu', number),
    textElement('labl', label),
    textElement('txt', `CSV: ${beside} = ${code}; Stata: ${stata}`),
    frequency(statistics?.missing.find((one) => one.code === code)),
  )

const hidesAnything = ({ units, n, missing, level, categories = [] }: ColumnStatistics): boolean =>
  [
    units,
    n,
    ...missing.map(({ count }) => count),
    ...categories.map(({ count }) => count),
    ...Object.values(level ?? {}),
  ].some((figure) => figure !== null && !isTold(figure))
