import type { Concepts } from '../../surveys/codebook/describe-columns.ts'
import { type DescribedColumn, dataState, synthetic } from '../../surveys/codebook/described-column.ts'
import { reasonColumn } from '../../surveys/codebook/reason-column.ts'
import { valuesColumn } from '../../surveys/codebook/values-used.ts'
import { wholeReason } from './comparability.ts'
import type { ListedVariable } from './list-variables.ts'
import { panelReasons } from './reasons.ts'

const labels = {
  spalte: 'Name der Spalte',
  bezeichnung: 'Was sie enthält',
  einheit: 'Einheit',
  werte: 'Was die Werte bedeuten',
  formel: 'Wie sie berechnet ist',
  bezugsgroesse: 'Worauf sich ein Anteil bezieht',
  hinweis: 'Was zu beachten ist',
  gefragt: 'Welche Wellen danach fragen, und mit welchen Fragen',
  vergleichbarkeit: 'Wie weit sich die Wellen vergleichen lassen',
  vorher: 'Früherer Name der Spalte',
  bezeichnung_allein: 'Was sie enthält, auch ohne Formular zu verstehen',
  konzept: 'Was gemeint ist: derselbe Name in allen Wellen, die danach fragen',
}

type CodebookRow = Record<keyof typeof labels, string>

/** The columns of the codebook itself. */
export const panelCodebookColumns = (Object.keys(labels) as (keyof CodebookRow)[]).map((name) => ({
  name,
  label: labels[name],
  type: 'text' as const,
}))

/** A row of the codebook for each column of a variable, and for what says that the rows are invented. */
export function panelCodebook(variables: readonly ListedVariable[], concepts?: Concepts): CodebookRow[] {
  const reasons = panelReasons.map(({ code, label }) => `${code} = ${label}`).join('; ')
  const rows = variables.flatMap(
    ({ name, label, printed, kind, unit, categories, formula, base, note, asked, steps }) => {
      const words = asked.map(({ wave, numbers }) => `${wave} ${numbers.join(', ')}`.trim())
      const row = {
        spalte: name,
        bezeichnung: printed,
        einheit: unit,
        werte:
          kind === 'flag'
            ? '1 = ja; 0 = nein'
            : categories.map((category) => `${category.code} = ${category.label}`).join('; '),
        formel: formula === name ? '' : formula,
        bezugsgroesse: base,
        hinweis: note,
        gefragt: words.join('; '),
        vergleichbarkeit: steps
          .map(
            ({ from, to, comparability }) => `${from} → ${to}: ${comparability.label}. ${wholeReason(comparability)}`,
          )
          .join(' '),
        vorher: '',
        bezeichnung_allein: label,
        konzept: concepts?.get(name) ?? '',
      }
      const { name: spalte, before: vorher = '' } = reasonColumn(name)
      const why = `Warum ${name} fehlt`
      return [row, { ...empty, spalte, bezeichnung: why, werte: reasons, vorher, bezeichnung_allein: why }]
    },
  )
  return [...rows, ...[synthetic, dataState, valuesColumn].map(rowOfFile)]
}

/** A column that is no variable. */
const rowOfFile = ({ name: spalte, label, values = [] }: DescribedColumn): CodebookRow => ({
  ...empty,
  spalte,
  bezeichnung: label,
  werte: values.map((one) => `${one.code} = ${one.label}`).join('; '),
  bezeichnung_allein: label,
})

const empty = Object.fromEntries(Object.keys(labels).map((name) => [name, ''])) as CodebookRow
