import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Papa from 'papaparse'
import { listed, listVariables } from '../../analysis/panel/list-variables.ts'
import { panelCodebook, panelHeader, panelRows } from '../../analysis/panel/panel-rows.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import type { CsvDialect } from '../export/answers-query.ts'
import type { Forms } from '../forms/form.ts'
import type { Snapshot } from '../store/panel-answers.ts'
import { chooseVariable, chooseWaves } from './choose.ts'
import { continuesOf } from './continues.ts'
import { loadPanel } from './open-panel.ts'
import { loadRules, loadSurveys } from './surveys.ts'

export interface PanelExport {
  waves: readonly string[]
  /** All that can be compared where none is named. */
  variables?: readonly string[]
  submission?: number
  dialect: CsvDialect
  folder: string
}

/** Rows that are put into text at a time. */
const batch = 500

/**
 * Writes units × waves with what was asked and what is computed from it, and the codebook of both. They are moved to their
 * place together, so that a failure leaves nothing half done.
 */
export async function exportPanel(
  context: Database,
  forms: Forms,
  { waves, variables: names, submission, dialect, folder }: PanelExport,
): Promise<{ files: string[]; snapshot: Snapshot; synthetic: boolean }> {
  const [rules, all] = await Promise.all([loadRules(), loadSurveys(context.db, forms)])
  const continues = continuesOf(rules)
  const surveys = chooseWaves(waves, all)
  const variables =
    names === undefined
      ? listVariables(surveys, rules.declared, continues)
      : names.map((name) => chooseVariable(name, surveys, rules, continues))
  const { panel, units, snapshot } = await loadPanel(context, surveys, surveys, variables, submission)
  const key = unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde'].key
  const csv = { delimiter: dialect.delimiter, newline: '\r\n' }
  const mark = dialect.byteOrderMark ? '\ufeff' : ''

  function* texts(): Generator<string> {
    yield `${mark}${Papa.unparse([panelHeader(variables, key)], csv)}\r\n`
    let rows: (string | number)[][] = []
    for (const row of panelRows(panel, units, variables)) {
      rows.push(row)
      if (rows.length < batch) continue
      yield `${Papa.unparse(rows, csv)}\r\n`
      rows = []
    }
    if (rows.length > 0) yield `${Papa.unparse(rows, csv)}\r\n`
  }
  await mkdir(folder, { recursive: true })
  const name = waves.join('_')
  const files = [join(folder, `${name}.csv`), join(folder, `${name}-codebuch.csv`)] as const
  const workplace = await mkdtemp(join(folder, '.stichtag-panel-'))
  try {
    const [answers, book] = [join(workplace, 'panel'), join(workplace, 'codebuch')] as const
    await pipeline(Readable.from(texts()), createWriteStream(answers))
    const codebook = panelCodebook(variables.map((variable) => listed(variable, surveys, continues)))
    await writeFile(book, `${mark}${Papa.unparse(codebook, csv)}\r\n`)
    await rename(answers, files[0])
    await rename(book, files[1])
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
  return { files: [...files], snapshot, synthetic: surveys.some(({ synthetic }) => synthetic) }
}
