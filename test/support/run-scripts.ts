import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Figures } from './comparison-figures.ts'
import { readTable } from './kept-scripts.ts'

/** Each in an environment of its own, as if it had been started alone, but in one process: R takes longer to start than they do. */
const driver = `options(warn = 1)
for (file in commandArgs(trailingOnly = TRUE)) {
  sink(paste0(file, ".out"))
  tryCatch(sys.source(file, envir = new.env(parent = globalenv())), error = function(e) message(file, ": ", conditionMessage(e)))
  sink()
}
`

/** Runs scripts in R beside the files that they read, and gives what each of them printed. */
export async function runScripts(
  t: Test,
  scripts: ReadonlyMap<string, string>,
  folder: string,
): Promise<Map<string, Record<string, Figures>>> {
  const files = [...scripts.keys()].map((name) => `${name}.R`)
  await writeFile(join(folder, 'driver'), driver)
  for (const [name, text] of scripts) await writeFile(join(folder, `${name}.R`), text)
  const run = spawnSync('Rscript', ['driver', ...files], { cwd: folder, encoding: 'utf8' })
  t.strictSame([run.status, run.stderr], [0, ''], 'R has nothing to complain about')
  return new Map(files.map((file) => [file.slice(0, -2), readTable(readFileSync(join(folder, `${file}.out`), 'utf8'))]))
}
