import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { formatNamed } from '../../../server/export/formats/index.ts'
import { rowsOfList } from '../../../server/export/rows-of-list.ts'
import type { Table } from '../../../server/export/table.ts'
import { loadConcepts } from '../../../surveys/concordance/load-concepts.ts'
import { type DrawnTable, drawnTable } from '../../support/drawn-table.ts'
import { exportWave } from '../../support/export-wave.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

/**
 * Compares what the script made of CSV with what haven reads from the file for Stata: values, kinds of missing, labels. Says the
 * columns that differ. What differs by nature: a line break within a text is one sign, an empty text
 * is none, and haven drops blanks at its end.
 */
const compare = `suppressMessages(library(haven))
plain <- function(x) {
  if (is.character(x)) return(ifelse(is.na(x), "", trimws(gsub("\\r\\n?", "\\n", x), "right")))
  y <- as.double(unclass(x))
  tag <- na_tag(y)
  ifelse(is.na(y), paste0(".", ifelse(is.na(tag), "", tag)), sprintf("%.15g", y))
}
meaning <- function(x) {
  l <- attr(x, "labels")
  sort(paste(plain(unname(l)), names(l)))
}
for (pair in strsplit(readLines("stdin"), " ")) {
  setwd(pair[1])
  source(pair[2], encoding = "UTF-8")
  wanted <- read_dta(pair[3])
  cat("#", nrow(antworten), ncol(antworten), sum(vapply(antworten, function(x) length(attr(x, "labels")), 0L)), "\\n")
  if (!identical(sub("_$", "", names(wanted)), names(antworten))) cat("names\\n")
  for (name in names(antworten)) {
    one <- antworten[[name]]; other <- wanted[[match(name, sub("_$", "", names(wanted)))]]
    if (inherits(one, "Date") && !inherits(other, "Date")) {
      at <- as.POSIXlt(one)
      one <- structure(ifelse(is.na(one), as.double(one), (at$year - 60) * 12 + at$mon), labels = attr(one, "labels"))
    }
    if (!identical(plain(one), plain(other))) cat(pair[2], name, "values:", head(plain(one)[plain(one) != plain(other)]),
      "|", head(plain(other)[plain(one) != plain(other)]), "\\n")
    if (!inherits(one, c("Date", "POSIXct")) && !identical(meaning(one), meaning(other))) cat(pair[2], name, "labels:", meaning(one), "|", meaning(other), "\\n")
    if (substr(attr(antworten[[name]], "label"), 1, 60) != substr(attr(other, "label"), 1, 60)) cat(pair[2], name, "label\\n")
  }
}
`

/** What R prints is read as UTF-8, whatever the machine speaks. */
const runR = (script: string, input = '', cwd = '.', locale = 'C.UTF-8') =>
  spawnSync('Rscript', ['-e', script], {
    input,
    encoding: 'utf8',
    cwd,
    maxBuffer: 2 ** 26,
    env: { ...process.env, LC_ALL: locale },
  })

const tableOf = ({ columns, rows }: DrawnTable, name: string): Table => ({
  file: 'antworten',
  name,
  columns,
  rows: rowsOfList(columns, () => rows),
  origin: { waves: [], state: 7, at: null, program: '0.1.0' },
})

async function writeAll(folder: string, drawn: DrawnTable, name: string, formatName: string) {
  const table = tableOf(drawn, name)
  for (const one of [formatName, 'dta']) {
    const format = formatNamed(one)
    if (format === undefined) throw new Error(one)
    await format.write(table, createWriteStream(join(folder, `${name}${format.ending}`)))
    await writeFile(join(folder, `${name}-lesen${format.beside?.ending}`), format.beside?.text([table]) ?? '')
  }
  return `${folder} ${name}-lesen.R ${name}.dta`
}

t.test('whatever columns and rows: the script in R and the file for Stata say the same', async (t: Test) => {
  const folder = t.testdir({})
  const drawn = fc.sample(drawnTable, { numRuns: 40, seed: 5 })
  const pairs: string[] = []
  for (const [index, one] of drawn.entries())
    pairs.push(await writeAll(folder, one, `t${index}`, index % 2 ? 'csv' : 'csv-de'))
  for (const locale of ['C.UTF-8', 'C']) {
    const { stdout, stderr } = runR(compare, `${pairs.join('\n')}\n`, '.', locale)
    t.equal(stderr, '', locale)
    const lines = stdout.trim().split('\n')
    t.strictSame(
      lines.filter((line) => !line.startsWith('#')),
      [],
      locale,
    )
    t.equal(lines.length, drawn.length, locale)
  }
})

/** Without haven, in the script's own words: how many reasons of which kind, and what a list of answers became. */
const inBase = `mit_haven <- FALSE
source("umfrage-2-lesen.R", encoding = "UTF-8")
x <- antworten$vor_personen
y <- antworten$organisation
cat(class(x), sum(x, na.rm = TRUE), sum(is.na(x)), as.character(attr(x, "fehlt")[is.na(x)]), sep = "|")
cat("\\n", attr(x, "konzept"), nlevels(y), as.character(y[!is.na(y)]), attr(y, "label"), sep = "|")
cat("\\n", format(class(antworten$abgegeben_am)[1]), length(daten), nrow(daten[["umfrage-2-codebuch"]]) == ncol(antworten), sep = "|")
`

t.test('over a real export the script says what the file for Stata says, and does without haven', async (t) => {
  const world = await freshDatabase(t)
  const units = (await withRegistry(world)).slice(0, 12)
  const instrument = await published('umfrage-2')
  const codes = instrument.variable.get('organisation')?.options?.map(({ code }) => code) ?? []
  await addWave(world, 'umfrage-2', units, (_unit, place) => ({
    ...(place % 3 === 1 ? { vor_personen: place } : {}),
    ...(place < 4 ? { organisation: codes[place % codes.length] ?? '' } : {}),
    ...(place === 5 ? { organisation_sonstiges_text: '=1+1 Größe\nzwei' } : {}),
  }))
  const folder = t.testdir({})
  for (const format of ['csv', 'dta']) await exportWave(world, { wave: 'umfrage-2', instrument, format }, folder)
  const { stdout, stderr } = runR(compare, `${folder} umfrage-2-lesen.R umfrage-2.dta\n`)
  t.equal(stderr, '')
  t.match(stdout, /^# 12 \d+ [1-9]\d* \n$/, 'nothing differs')
  const base = runR(inBase, '', folder)
  t.equal(base.stderr, '')
  const [number = '', choice = '', rest = ''] = base.stdout.split('\n')
  t.equal(number, `numeric|22|8|${Array(8).fill('Keine Angabe (leer)').join('|')}`)
  const labels = instrument.variable.get('organisation')?.options?.map(({ label }) => label) ?? []
  t.equal(
    choice,
    `|umfrage-2.vor_personen|${codes.length}|${labels.slice(0, 4).join('|')}|${instrument.labels.get('organisation')?.label}`,
  )
  t.equal(rest, '|POSIXct|5|TRUE')
  t.equal((await loadConcepts(instrument)).get('vor_personen'), 'umfrage-2.vor_personen')
})
