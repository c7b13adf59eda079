import { reasonsOf } from '../answer/missing.ts'
import { checkKindOf } from '../checks/index.ts'
import type { Instrument, Variable } from '../compile/instrument.ts'
import { statesOfField } from '../regions/state-lookup.ts'
import { typeOf } from '../types/index.ts'
import { askedOf } from './asked.ts'
import { answerColumns, type Column, leadingColumns } from './columns.ts'
import type { Concepts } from './describe-columns.ts'
import { type DescribedColumn, dataState } from './described-column.ts'
import { fullLabel } from './full-label.ts'
import { valuesColumn } from './values-used.ts'

/** A row of the codebook: one for each column of the export. */
interface CodebookRow {
  spalte: string
  bezeichnung: string
  frage: string
  fragetext: string
  art: string
  werte: string
  fehlt_wenn: string
  pruefungen: string
  /** The name under which the column was once published. */
  vorher: string
  /** What the numbers are, in a word. */
  einheit: string
  /** What it is called where it stands alone. */
  bezeichnung_allein: string
  /** The answers that rule it out. */
  trifft_nicht_zu_wenn: string
  /** Who is asked, and when it does not apply. */
  gefragt_bei: string
  /** What the form says on how to answer. */
  hilfe: string
  /** The same in every wave that asks for the same thing. */
  konzept: string
}

const labels: Record<keyof CodebookRow, string> = {
  spalte: 'Name der Spalte',
  bezeichnung: 'Was sie enthält',
  frage: 'Gedruckte Nummer der Frage',
  fragetext: 'Titel der Frage',
  art: 'Art der Angabe',
  werte: 'Was die Werte bedeuten',
  fehlt_wenn: 'Wann die Information nicht vorliegt',
  pruefungen: 'Prüfungen, in denen sie steht',
  vorher: 'Früherer Name der Spalte',
  einheit: 'Einheit',
  bezeichnung_allein: 'Was sie enthält, auch ohne Formular zu verstehen',
  trifft_nicht_zu_wenn: 'Wann die Frage nicht zutrifft',
  gefragt_bei: 'Wer gefragt wird, und wann es nicht zutrifft',
  hilfe: 'Was das Formular zum Ausfüllen sagt',
  konzept: 'Was gemeint ist: derselbe Name in allen Wellen, die danach fragen',
}

/** The columns of the codebook itself. */
export const codebookColumns = (Object.keys(labels) as (keyof CodebookRow)[]).map((name) => ({
  name,
  label: labels[name],
  type: 'text' as const,
}))

export function codebook(instrument: Instrument, concepts?: Concepts): CodebookRow[] {
  const ofFile = ({ name, label }: DescribedColumn) => row(name, label, {})
  return [
    ...leadingColumns(instrument).map(ofFile),
    ...answerColumns(instrument).map((column) =>
      column.kind === 'value' ? valueRow(instrument, column.variable, concepts) : reasonRow(column),
    ),
    ofFile(dataState),
    row(valuesColumn.name, valuesColumn.label, {
      werte: valuesColumn.values.map(({ code, label }) => `${code} = ${label}`).join('; '),
    }),
  ]
}

function valueRow(instrument: Instrument, variable: Variable, concepts?: Concepts): CodebookRow {
  const { label, values } = typeOf(variable.type)
  const question = instrument.questions.get(variable.question)
  const own = instrument.labels.get(variable.name)
  const { population = '', instruction = '' } = askedOf(instrument, variable)
  const checks = instrument.checks.filter((check) => {
    const { inCodebook, fields } = checkKindOf(check.kind)
    return inCodebook && fields(check).includes(variable.name)
  })
  return row(variable.name, fullLabel(instrument, variable), {
    frage: variable.number,
    fragetext: question?.title ?? '',
    art: variable.role === 'unknown' ? `${label} der Personen ohne Angabe` : label,
    werte:
      variable.options?.map(({ code, label }) => `${code} = ${label}`).join('; ') ??
      `${values}${statesOf(instrument, variable)}`,
    fehlt_wenn: variable.flag === undefined ? '' : `${variable.flag} = 1`,
    trifft_nicht_zu_wenn: variable.ruledOutBy?.map((name) => `${name} = 1`).join(' oder ') ?? '',
    pruefungen: checks.map(({ id }) => id).join(' '),
    einheit: own?.unit ?? '',
    bezeichnung_allein: own?.label ?? '',
    gefragt_bei: population,
    hilfe: instruction,
    konzept: concepts?.get(variable.name) ?? '',
  })
}

/** Where a question puts states together: those that count for this column. */
function statesOf({ states }: Instrument, { name, question }: Variable): string {
  const lookup = states.get(question)
  const own = lookup === undefined ? [] : statesOfField(lookup, name)
  return own.length < 2 ? '' : `; dazu zählen nach der ${lookup?.title}: ${own.join(', ')}`
}

function reasonRow({ name, variable, before = '' }: Column): CodebookRow {
  return row(name, `Warum ${variable.name} fehlt`, {
    frage: variable.number,
    art: 'Grund',
    werte: [
      'kein Eintrag = Wert vorhanden',
      ...reasonsOf(variable).map(({ code, label }) => `${code} = ${label}`),
    ].join('; '),
    vorher: before,
  })
}

const row = (spalte: string, bezeichnung: string, rest: Partial<CodebookRow>): CodebookRow => ({
  spalte,
  bezeichnung,
  frage: '',
  fragetext: '',
  art: '',
  werte: '',
  fehlt_wenn: '',
  pruefungen: '',
  vorher: '',
  einheit: '',
  bezeichnung_allein: bezeichnung,
  trifft_nicht_zu_wenn: '',
  gefragt_bei: '',
  hilfe: '',
  konzept: '',
  ...rest,
})
