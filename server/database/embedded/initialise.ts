import { randomBytes } from 'node:crypto'
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../../errors/error-code.ts'
import { InputError } from '../../errors/input-error.ts'
import { majorVersion, program } from './binaries.ts'
import { run } from './run.ts'
import type { Site } from './site.ts'

export const superuser = 'stichtag'

/**
 * The provider `builtin` needs no locale of the operating system, so that a cluster is the same everywhere; lists in
 * German order use the collation `de-x-icu`.
 */
const choices = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--data-checksums',
  '--no-instructions',
  `--username=${superuser}`,
]

/** Makes the cluster where there is none, aside and then moved, so that a half-made one is never used. */
export async function initialise(site: Site, onProgress: (line: string) => void): Promise<void> {
  const present = await readFile(join(site.data, 'PG_VERSION'), 'utf8').catch(unlessCode('ENOENT'))
  if (present !== undefined) return refuseOtherVersion(site, present.trim())
  onProgress(`Eine neue Datenbank wird in ${site.home} angelegt.`)
  for (const name of await readdir(site.home)) {
    if (name.startsWith('data.')) await rm(join(site.home, name), { recursive: true })
  }
  const aside = join(site.home, `data.${process.pid}`)
  const password = passwordFile(site)
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (site.account) await chown(password, site.account.uid, site.account.gid)
  const { code, output } = await run(
    program(site.binaries, 'initdb'),
    [...choices, `--pwfile=${password}`, `--pgdata=${aside}`],
    { account: site.account, cwd: site.home },
  )
  if (code !== 0) throw new Error(`Die neue Datenbank in ${site.home} ließ sich nicht anlegen: ${output}`)
  await writeFile(newMark(site), '')
  await rename(aside, site.data)
}

/** A file that stays until the first start has done its work, also when it was interrupted. */
export function newMark(site: Site): string {
  return join(site.home, 'neu')
}

export async function readPassword(site: Site): Promise<string> {
  const text = await readFile(passwordFile(site), 'utf8').catch(unlessCode('ENOENT'))
  if (text !== undefined) return text.trim()
  throw new InputError(
    `Das Kennwort der Datenbank fehlt: die Datei ${passwordFile(site)} ist nicht mehr da. ` +
      'Abhilfe: sie aus einer Sicherung zurückholen.',
  )
}

function passwordFile(site: Site): string {
  return join(site.home, 'kennwort')
}

function refuseOtherVersion(site: Site, present: string): void {
  const ours = majorVersion(site.binaries.version)
  if (present === ours) return
  throw new InputError(
    `Die Datenbank in ${site.data} wurde mit PostgreSQL ${present} angelegt, mitgeliefert ist PostgreSQL ${ours}. ` +
      `Abhilfe: mit der Fassung von Stichtag starten, die PostgreSQL ${present} mitbringt, dort mit ` +
      '„stichtag backup“ sichern und hier in einem neuen Ordner (STICHTAG_DATA) mit „stichtag restore“ einspielen.',
  )
}
