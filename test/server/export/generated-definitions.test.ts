import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import t from 'tap'
import { asTyped } from '../../../analysis/sources/harmless.ts'
import { Random } from '../../../server/demo/random.ts'
import { insertSubmission } from '../../../server/store/submissions.ts'
import { createWave, setWaveState } from '../../../server/store/waves.ts'
import type { Cells } from '../../../surveys/answer/cells.ts'
import { missingReasons } from '../../../surveys/answer/missing.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../surveys/answer/submission.ts'
import { exportedVariables, hasNoReason } from '../../../surveys/codebook/columns.ts'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import { endsLikeReason, reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument, Variable } from '../../../surveys/compile/instrument.ts'
import { anyDefinition } from '../../support/any-definition.ts'
import { testApp } from '../../support/app.ts'
import { exportWave } from '../../support/export-wave.ts'
import { readBack } from '../../support/read-back.ts'
import { readWithPspp } from '../../support/read-sav.ts'
import { readStata } from '../../support/read-stata.ts'
import { validAnswer } from '../../support/valid-answer.ts'

t.test('the export of any survey reads back equal to what was submitted', async (t) => {
  const { db, pool } = await testApp(t)
  const folder = t.testdir({})
  const units = ['117019', '117026', '117042']
  const exported: { columns: DescribedColumn[]; rows: Record<string, string>[] }[] = []
  const definitions = fc.sample(anyDefinition, { numRuns: 25, seed: 1 })
  for (const [index, definition] of definitions.entries()) {
    const instrument = compile(definition)
    const wave = `beliebig-${index}`
    const participants = await createWave(db, {
      id: wave,
      survey: instrument.id,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      contactFields: instrument.contactFields,
      stichtag: null,
      frist: instrument.frist,
      unit: 'gemeinde',
      participants: units,
      ownField: undefined,
    })
    await setWaveState(db, wave, 'open')
    const submitted = new Map<string, Cells>()
    for (const { id, unit } of participants) {
      const cells = readCells(instrument, validAnswer(instrument, new Random(`${index} ${unit}`)))
      const receipt = await insertSubmission(pool, {
        participantId: id,
        editorId: null,
        base: 0,
        surveyVersion: instrument.version,
        surveyHash: instrument.hash,
        receipt: `${wave}-${unit}`,
        content: contentOf(instrument, cells, []),
        justifications: [],
      })
      if (receipt !== undefined) submitted.set(unit, cells)
    }
    t.equal(submitted.size, units.length)

    await exportWave({ db, pool }, { wave, instrument }, folder)
    const { data, errors } = Papa.parse<Record<string, string>>(await readFile(join(folder, `${wave}.csv`), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    t.strictSame(errors, [])
    t.equal(data.length, units.length)
    for (const row of data) {
      const cells = submitted.get(row.gkz ?? '') ?? new Map()
      const names = exportedVariables(instrument).flatMap(({ name }) => [name, reasonColumn(name).name])
      const exported = Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]))
      t.strictSame(exported, expectedRow(instrument, cells), `${wave} ${row.gkz}`)
    }
    await exportWave({ db, pool }, { wave, instrument, format: 'json' }, folder)
    await exportWave({ db, pool }, { wave, instrument, format: 'dta' }, folder)
    const columns = describedColumns(instrument)
    exported.push({ columns, rows: data })
    if (index % 5 === 0) {
      await exportWave({ db, pool }, { wave, instrument, format: 'sav' }, folder)
      t.strictSame(
        readWithPspp(t, folder, `${wave}.sav`).map((row) => columns.map((column) => inSpss(column, row))),
        data.map((row) => columns.map((column) => inSpss(column, row))),
        'the same for SPSS',
      )
      for (const format of ['parquet', 'xlsx']) {
        await exportWave({ db, pool }, { wave, instrument, format }, folder)
        const [read] = (await readBack[format]?.(t, folder, [{ file: `${wave}.${format}`, columns }])) ?? []
        t.strictSame(
          read?.map((cells) => cells.map((cell) => String(cell ?? ''))),
          columns.map((column) => data.map((row) => withoutApostrophe(column, row[column.name] ?? ''))),
          `the same in ${format}`,
        )
      }
    }
    const lines = (await readFile(join(folder, `${wave}.jsonl`), 'utf8')).trimEnd().split('\n')
    for (const [place, line] of lines.entries()) {
      const typed: Record<string, unknown> = JSON.parse(line)
      t.strictSame(
        columns.map(({ name }) => [name, String(typed[name] ?? '')]),
        columns.map(({ name }) => [name, data[place]?.[name]]),
        'the same in both formats',
      )
      for (const { name, type } of columns) {
        const isNumber = type === 'integer' || type === 'decimal'
        if (typed[name] !== null) t.type(typed[name], isNumber ? 'number' : 'string', name)
        if (typed[name] !== null && type === 'integer') t.ok(Number.isInteger(typed[name]), name)
      }
    }
  }
  const files = readStata(exported.map((_one, index) => join(folder, `beliebig-${index}.dta`)))
  for (const [index, { columns, rows }] of exported.entries())
    for (const [place, column] of columns.entries())
      t.strictSame(
        files[index]?.columns[place]?.cells,
        rows.map((row) => inStata(column, row)),
        `beliebig-${index} ${column.name}`,
      )
})

/** What the cell of a row is in Stata, by what stands in the CSV. */
function inStata({ name, type, values, missing }: DescribedColumn, row: Record<string, string>): number | string {
  const cell = row[name] ?? ''
  const isReason = endsLikeReason(name)
  if (type === 'text' || (type === 'code' && values === undefined)) return cell
  if (cell === '') return missing?.reasons.find(({ code }) => code === row[missing.column])?.stata ?? '.'
  if (isReason) return missingReasons.find(({ code }) => code === cell)?.number ?? ''
  if (type === 'code') return numberOfCode(values ?? [], cell)
  if (type === 'day') return Date.parse(cell) / 86_400_000
  if (type === 'time') return Date.parse(cell) / 1000
  if (type === 'month') return (Number(cell.slice(0, 4)) - 1960) * 12 + Number(cell.slice(5)) - 1
  return Number(cell)
}

const numberOfCode = (values: NonNullable<DescribedColumn['values']>, cell: string) =>
  values.every(({ code }) => /^(0|[1-9]\d{0,5})$/.test(String(code)))
    ? Number(cell)
    : values.findIndex(({ code }) => code === cell) + 1

/** What PSPP and the CSV must agree on: numbers as numbers, whether there is a moment, texts without the apostrophe. */
function inSpss({ name, type, missing }: DescribedColumn, row: Record<string, string>): number | string {
  const cell = withoutApostrophe({ type }, row[name]?.trim() ?? '')
  const number = missing?.reasons.find(({ code }) => code === row[missing.column])?.number
  if (type === 'integer' || type === 'decimal') return cell === '' ? (number ?? '') : Number(cell)
  if (type === 'time' || type === 'day' || type === 'month') return cell === '' ? '' : 'moment'
  return cell
}

/** Only CSV has it before what begins like a formula. */
const withoutApostrophe = ({ type }: Pick<DescribedColumn, 'type'>, cell: string) =>
  type === 'text' ? asTyped(cell) : cell

/** What a row must hold, by the words of the codebook. */
function expectedRow(instrument: Instrument, cells: Cells): Record<string, string> {
  const row: Record<string, string> = {}
  for (const variable of exportedVariables(instrument)) {
    const [value, reason] = expectedCell(instrument, cells, variable)
    row[variable.name] = value
    if (!hasNoReason(variable)) row[reasonColumn(variable.name).name] = reason
  }
  return row
}

function expectedCell(
  instrument: Instrument,
  cells: Cells,
  { name, role, question, type }: Variable,
): [string, string] {
  const cell = cells.get(name)
  const ticked = cell?.state === 'given'
  if (role === 'notAvailable' || (role === 'derived' && type === 'flag')) return [ticked ? '1' : '0', '']
  if (cell?.state === 'notApplicable') return ['', 'trifft_nicht_zu']
  if (role === 'option') {
    const options = instrument.questions.get(question)?.variables.filter((one) => one.role === 'option') ?? []
    const answered = options.some((option) => cells.get(option.name)?.state === 'given')
    return answered ? [ticked ? '1' : '0', ''] : ['', 'leer']
  }
  if (cell?.state === 'given' || role === 'derived') return [cell?.state === 'given' ? String(cell.value) : '', '']
  return ['', cell?.state === 'notAvailable' ? 'nicht_vorhanden' : 'leer']
}
