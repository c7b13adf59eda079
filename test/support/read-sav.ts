import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Test } from 'tap'

/** Texts come as hexadecimal bytes, so that none changes on its way here. */
const script = String.raw`library(haven)
hex <- function(texts) vapply(enc2utf8(texts), function(text) paste(charToRaw(text), collapse = ""), "")
number <- function(numbers) ifelse(is.na(numbers), "", sprintf("%.17g", numbers))
moment <- function(moments, form) ifelse(is.na(moments), "", format(moments, form, tz = "UTC"))
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
for (file in commandArgs(trailingOnly = TRUE)) {
  table <- read_sav(file, user_na = TRUE)
  line("file", hex(attr(table, "label")), hex(paste(attr(table, "notes"), collapse = "\n")), nrow(table))
  for (name in names(table)) {
    column <- table[[name]]
    written <- if (is.character(column)) hex else number
    label <- attr(column, "label")
    labels <- attr(column, "labels")
    line("column", name, if (is.null(label)) "" else hex(label), attr(column, "format.spss"), number(attr(column, "na_range")))
    if (length(labels) > 0) line("values", written(as.vector(labels)))
    if (length(labels) > 0) line("labels", hex(names(labels)))
    if (inherits(column, "POSIXct")) line("cells", moment(column, "%Y-%m-%dT%H:%M:%SZ"))
    else if (inherits(column, "Date")) line("cells", moment(column, "%Y-%m-%d"))
    else line("cells", written(as.vector(unclass(column))))
  }
}
`

interface SavFile {
  label: string
  notes: string
  rows: number
  columns: SavColumn[]
}

interface SavColumn {
  name: string
  label: string
  format: string
  /** Of the numbers that are no values. */
  range: number[]
  values: string[]
  labels: string[]
  cells: string[]
}

/** What haven reads in files; numbers with 17 digits, blank where there is none. */
export function readWithHaven(t: Test, folder: string, files: readonly string[]): SavFile[] {
  writeFileSync(join(folder, 'read.R'), script)
  const run = spawnSync('Rscript', ['read.R', ...files], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
  t.strictSame([run.status, run.stderr], [0, ''], 'haven has nothing to complain about')
  const read: SavFile[] = []
  for (const line of run.stdout.replace(/\n$/, '').split('\n')) {
    const [kind, ...parts] = line.split('\t')
    const [first = '', second = '', third = '', ...range] = parts
    const columns = read.at(-1)?.columns ?? []
    const column = columns.at(-1)
    const cells = column?.format.startsWith('A') ? parts.map(text) : parts
    if (kind === 'file') read.push({ label: text(first), notes: text(second), rows: Number(third), columns: [] })
    else if (kind === 'column')
      columns.push({ ...none, name: first, label: text(second), format: third, range: range.map(Number) })
    else if (column !== undefined && kind === 'values') column.values = cells
    else if (column !== undefined && kind === 'labels') column.labels = parts.map(text)
    else if (column !== undefined) column.cells = cells
  }
  return read
}

const none = { values: [], labels: [], cells: [] }

const text = (hex: string): string => Buffer.from(hex, 'hex').toString()

/** The rows of a file as PSPP reads them. */
export function readWithPspp(t: Test, folder: string, file: string): Record<string, string>[] {
  runQuietly(t, folder, ['pspp-convert', file, 'read.csv'])
  const written = readFileSync(join(folder, 'read.csv'), 'utf8')
    .replace(/^\ufeff/, '')
    .slice(0, -1)
  return Papa.parse<Record<string, string>>(written, { header: true, delimiter: ',', newline: '\n' }).data
}

/** What PSPP says of the columns of a file. */
export function describedByPspp(t: Test, folder: string, file: string): Record<string, string>[] {
  writeFileSync(join(folder, 'read.sps'), `GET FILE='${file}'.\nDISPLAY DICTIONARY.\n`)
  const printed = runQuietly(t, folder, ['pspp', '-O', 'format=csv', 'read.sps'])
  const [, table = ''] = /Table: Variables\n([\s\S]*?)\n\n/.exec(printed) ?? []
  return Papa.parse<Record<string, string>>(table, { header: true }).data
}

function runQuietly(t: Test, cwd: string, [program = '', ...parameters]: readonly string[]): string {
  const run = spawnSync(program, parameters, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  t.strictSame([run.status, run.stderr], [0, ''], `${program} has nothing to complain about`)
  return run.stdout
}
