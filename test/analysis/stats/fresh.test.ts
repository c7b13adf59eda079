import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { agrees } from '../../support/reference.ts'

const folder = fileURLToPath(new URL('../../reference/r/', import.meta.url))
const casesOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { cases: unknown }).cases
const files = (of: string) => readdirSync(of).filter((file) => file.endsWith('.json'))
// On Longley R has no more than 8 digits, and which ones depends on its linear algebra.
const digitsOf = (file: string) => (file === 'least-squares.json' ? 7 : 11)
const hasR = spawnSync('Rscript', ['--version']).status === 0
const howTo = 'apt-get install r-base-core r-recommended r-cran-sandwich r-cran-survey'

t.test(
  'R still says what the reference cases say',
  { skip: hasR ? false : `Rscript is missing: ${howTo}` },
  async (t) => {
    const fresh = mkdtempSync(join(tmpdir(), 'reference-'))
    t.teardown(() => rmSync(fresh, { recursive: true }))
    const run = spawnSync('Rscript', [join(folder, 'run-all.R'), '--to', fresh], { encoding: 'utf8' })
    t.equal(run.status, 0, run.stderr)
    const leftOut = [...run.stdout.matchAll(/^left out: (\S+) (.*)$/gm)]
    for (const [, name, needs] of leftOut)
      t.test(`${name}.json`, { skip: `not computed again: ${needs}; ${howTo}` }, async () => {})
    t.equal(files(fresh).length + leftOut.length, files(folder).length, 'every file has its script')
    for (const file of files(fresh))
      agrees(t, casesOf(join(fresh, file)), casesOf(join(folder, file)), file, digitsOf(file))
  },
)

if (!hasR)
  process.stderr.write(`\nThe reference cases were not computed again, because Rscript is missing: ${howTo}\n\n`)
