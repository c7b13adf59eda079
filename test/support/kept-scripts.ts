import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Script } from '../../server/evaluation/scripts.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import type { Figures } from './comparison-figures.ts'
import { agrees } from './reference.ts'

type Groups = Record<string, Figures>

/**
 * What R makes of our scripts is kept beside them, so that our figures are held against R everywhere; where there is an
 * Rscript, the scripts run again, and where there is none, test/machine.test.ts says so. After a change of the scripts WRITE_REFERENCE=1 renews what is kept.
 */
interface Kept {
  r: string
  /** SHA-256 of the script without its remarks. */
  script: string
  figures: Groups
}

const renews = process.env.WRITE_REFERENCE === '1'
const version = spawnSync('Rscript', ['-e', 'cat(R.version.string)'], { encoding: 'utf8' })
export const hasR = version.status === 0

/** Scripts and what R said of them, in a file of test/reference/panel. */
export class KeptScripts {
  readonly #file: URL
  readonly #kept: Record<string, Kept>

  constructor(name: string) {
    this.#file = new URL(`../reference/panel/${name}.json`, import.meta.url)
    this.#kept = renews ? {} : JSON.parse(readFileSync(this.#file, 'utf8'))
  }

  /** Holds a script beside the files that it reads to our figures, and gives what R said. */
  async hold(t: Test, name: string, { script, ours, folder }: { script: Script; ours: Groups; folder: string }) {
    const hash = sha256(script.text.replace(/^#.*\n/gm, ''))
    if (hasR) {
      await writeFile(join(folder, script.name), script.text)
      const run = spawnSync('Rscript', [script.name], { cwd: folder, encoding: 'utf8' })
      t.equal(run.status, 0, run.stderr)
      const fresh = readTable(run.stdout)
      agrees(t, fresh, ours, 'R has just computed the same', 9)
      if (renews) this.#kept[name] = { r: version.stdout, script: hash, figures: fresh }
    }
    const kept = this.#kept[name]
    t.equal(kept?.script, hash, 'what is kept is of this script; WRITE_REFERENCE=1 renews it')
    agrees(t, kept?.figures, ours, 'R once computed the same', 9)
    return kept?.figures ?? {}
  }

  renew(): void {
    if (renews) writeFileSync(this.#file, `${JSON.stringify(this.#kept, null, 1)}\n`)
  }
}

/** The table that a script prints. */
export function readTable(text: string): Groups {
  const groups: Groups = {}
  for (const line of text.trim().split('\n').slice(1)) {
    const [group = '', figure = '', value = ''] = line.split('\t')
    groups[group] ??= {}
    if (value !== 'NA' && value !== 'NaN') (groups[group] as Figures)[figure] = Number(value)
  }
  return groups
}
