import { type Codebook, subcategoriesOf } from '../../analysis/texts/codebook/category.ts'
import { leadingColumns } from '../../surveys/codebook/columns.ts'
import { type DescribedColumn, dataState, synthetic, yesOrNo } from '../../surveys/codebook/described-column.ts'
import { shortName } from '../../surveys/codebook/short-name.ts'
import { exportFiles } from './files.ts'
import type { ExportedWave, Origin } from './origin.ts'
import { rowsOfList, rowsOfRead } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

/** A text of a wave with the categories that it was given. */
export interface CodedRemark {
  unit: string
  /** The variable in which it stands. */
  field: string
  text: string
  /** Keys of the codebook, with whoever gave them: a word that is no name. */
  codings: readonly { category: string; coder: string }[]
}

interface Codings {
  codebook: Codebook
  remarks: readonly CodedRemark[]
}

/** A row for each text and category; one without a category where a text has none. */
export function longCodings(exported: ExportedWave, { codebook, remarks }: Codings, origin: Origin): Table {
  const { wave, instrument } = exported
  const columns = longColumns(exported, codebook)
  const known = new Map(codebook.map((one) => [one.key, one]))
  const rows = remarks.flatMap(({ unit, field, text, codings }): Row[] => {
    const number = instrument.variable.get(field)?.number ?? null
    const given = codings.length > 0 ? codings : [{ category: null, coder: null }]
    return given.map(({ category, coder }) => [
      ...[wave, unit, number, field, category],
      category === null ? null : (known.get(category)?.parent ?? null),
      ...[coder, text, exported.synthetic ? 1 : 0, origin.state],
    ])
  })
  return {
    file: 'kodierungen',
    name: `${wave}${exportFiles.kodierungen.ending}`,
    columns,
    rows: rowsOfList(columns, () => rows),
    origin,
  }
}

const labelsOf = (codebook: Codebook) => codebook.map(({ key, name }) => ({ code: key, label: name }))

function longColumns({ instrument }: ExportedWave, codebook: Codebook): DescribedColumn[] {
  const [wave, key] = leadingColumns(instrument)
  const tops = codebook.filter(({ parent }) => parent === null)
  return [
    wave,
    key,
    { name: 'frage', label: 'Gedruckte Nummer der Frage', type: 'code' },
    { name: 'bezug', label: 'Das Feld, in dem der Text steht', type: 'code' },
    { name: 'kategorie', label: 'Kategorie oder Unterkategorie', type: 'code', values: labelsOf(codebook) },
    { name: 'oberkategorie', label: 'Wozu eine Unterkategorie gehört', type: 'code', values: labelsOf(tops) },
    { name: 'kodiert_von', label: 'Wer die Kategorie vergeben hat', type: 'code' },
    { name: 'text', label: 'Was geschrieben wurde', type: 'text' },
    synthetic,
    dataState,
  ]
}

/** How many texts of a unit were coded: who wrote nothing has 0 everywhere. */
const textsColumn: DescribedColumn = { name: 'kat_texte', label: 'Kodierte Texte', type: 'integer' }

/** The columns of categories, each by a name that fits beside those of the answers. */
export function categoryColumns(codebook: Codebook, taken: ReadonlySet<string>): DescribedColumn[] {
  const names = new Set([...taken, textsColumn.name])
  return codebook.map(({ key, name, parent }) => {
    const stem = shortName(`kat_${key}`)
    let free = stem
    for (let number = 2; names.has(free); number += 1) free = `${stem}_${number}`
    names.add(free)
    const above = codebook.find((one) => one.key === parent)
    return {
      name: free,
      label: above === undefined ? name : `${above.name}: ${name}`,
      type: 'integer',
      values: yesOrNo,
    }
  })
}

/** The answers of a wave, and beside them 1 for each category to which the unit wrote something. */
export function wideCodings(answers: Table, key: string, { codebook, remarks }: Codings): Table {
  const place = answers.columns.findIndex(({ name }) => name === dataState.name)
  const keyPlace = answers.columns.findIndex(({ name }) => name === key)
  const added = [textsColumn, ...categoryColumns(codebook, new Set(answers.columns.map(({ name }) => name)))]
  const columns = answers.columns.toSpliced(place, 0, ...added)
  const within = codebook.map((one) => new Set([one, ...subcategoriesOf(codebook, one.key)].map((below) => below.key)))
  const byUnit = new Map<string, { texts: number; given: Set<string> }>()
  for (const { unit, codings } of remarks) {
    const { texts, given } = byUnit.get(unit) ?? { texts: 0, given: new Set<string>() }
    for (const { category } of codings) given.add(category)
    byUnit.set(unit, { texts: texts + 1, given })
  }
  const beside = (row: Row): Row => {
    const { texts = 0, given = new Set<string>() } = byUnit.get(String(row[keyPlace])) ?? {}
    const flags = within.map((keys) => ([...given].some((category) => keys.has(category)) ? 1 : 0))
    return row.toSpliced(place, 0, texts, ...flags)
  }
  const read = async () => {
    const rows: Row[] = []
    for await (const some of answers.rows.typed()) rows.push(...some.map(beside))
    return rows
  }
  return {
    ...answers,
    file: 'kodierungen-breit',
    name: `${answers.name}${exportFiles['kodierungen-breit'].ending}`,
    columns,
    rows: rowsOfRead(columns, read),
  }
}
