import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { agrees } from '../../support/reference.ts'

/** Every file of cases says of which state of which script it is, so that it is held against it also where R is missing. */
interface Reference {
  script: string
  md5: string
  cases: unknown
}
const folder = fileURLToPath(new URL('../../reference/r/', import.meta.url))
const read = (of: string, file: string): Reference => JSON.parse(readFileSync(join(of, file), 'utf8'))
const jsonOf = (of: string) => readdirSync(of).filter((file) => file.endsWith('.json'))
const helpers = ['reference.R', 'run-all.R']
// On Longley R has no more than 8 digits, and which ones depends on its linear algebra.
const digitsOf = (file: string) => (file === 'least-squares.json' ? 7 : 11)

t.test('the reference cases are those of their scripts', async (t) => {
  const references = jsonOf(folder).map((file) => ({ file, ...read(folder, file) }))
  for (const { file, script, md5 } of references) {
    const now = createHash('md5')
      .update(readFileSync(join(folder, script)))
      .digest('hex')
    t.equal(md5, now, `${file} is of ${script} as it stands; Rscript test/reference/r/run-all.R writes it anew`)
  }
  t.strictSame(
    [...new Set(references.map(({ script }) => script))].sort(),
    readdirSync(folder).filter((file) => file.endsWith('.R') && !helpers.includes(file)),
    'every script has its file',
  )
})

/** It is not installed wherever the tests run: what it said is kept, and holds without it. */
const rare = /needs clubSandwich$/
const fresh = mkdtempSync(join(tmpdir(), 'reference-'))
t.teardown(() => rmSync(fresh, { recursive: true }))
const run = spawnSync('Rscript', [join(folder, 'run-all.R'), '--to', fresh], { encoding: 'utf8' })
const leftOut = [...(run.stdout ?? '').matchAll(/^left out: (.*)$/gm)].map(([, left = '']) => left.trim())

t.test('R says the same today', { skip: run.error === undefined ? false : 'Rscript is missing' }, async (t) => {
  t.equal(run.status, 0, run.stderr)
  const needless = leftOut.filter((line) => !rare.test(line))
  t.strictSame(needless, [], 'every case was computed again, but where a package is not to be had everywhere')
  for (const file of jsonOf(fresh)) agrees(t, read(fresh, file).cases, read(folder, file).cases, file, digitsOf(file))
})
