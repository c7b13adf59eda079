import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unlessCode } from '../../errors/error-code.ts'
import { InputError } from '../../errors/input-error.ts'
import { serverAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { canEnter } from './reach.ts'
import type { Account } from './run.ts'
import { usableBinaries } from './usable-binaries.ts'

/** Where root's clusters and binaries go when the wanted folder is closed to the server's user. */
const publicShelf = '/var/lib/stichtag'

/** All that a cluster is made of: folders, programs and the user they belong to. */
export interface Site {
  home: string
  data: string
  account: Account | undefined
  binaries: Binaries
}

type Progress = (line: string) => void

export async function findSite(wanted: string, onProgress: Progress): Promise<Site> {
  const home = await findHome(wanted, onProgress)
  const data = join(home, 'data')
  const account = await serverAccount(data, onProgress)
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (account) await chown(home, account.uid, account.gid)
  const shelf = account ? publicShelf : home
  if (account) await openShelf()
  return { home, data, account, binaries: await usableBinaries(account, shelf, onProgress) }
}

/** The wanted folder, or the place it was moved to: that is written down in it, so that removing it starts anew. */
async function findHome(wanted: string, onProgress: Progress): Promise<string> {
  const note = join(wanted, 'verlegt')
  const moved = await readFile(note, 'utf8').catch(unlessCode('ENOENT'))
  if (moved !== undefined) return moved.trim()
  const account = await serverAccount(join(wanted, 'data'), onProgress)
  await mkdir(wanted, { recursive: true, mode: 0o711 })
  if (await canEnter(dirname(wanted), account)) return wanted
  if (await lstat(join(wanted, 'data')).catch(unlessCode('ENOENT'))) {
    throw new InputError(
      `Der Ordner ${wanted} enthält die Datenbank, aber der Benutzer ${account?.name} kommt nicht mehr hinein. ` +
        `Abhilfe: ihm den Weg öffnen (chmod o+x für die Ordner darüber) oder den Ordner mit STICHTAG_DATA nennen.`,
    )
  }
  const home = await newHome(wanted, account, onProgress)
  await writeFile(`${note}.neu`, `${home}\n`)
  await rename(`${note}.neu`, note)
  return home
}

async function newHome(wanted: string, account: Account | undefined, onProgress: Progress): Promise<string> {
  await openShelf()
  const prefix = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const home = join(publicShelf, `${prefix}-${randomBytes(3).toString('hex')}`)
  onProgress(
    `Der Ordner ${dirname(wanted)} ist für den Benutzer ${account?.name}, unter dem PostgreSQL läuft, nicht erreichbar. ` +
      `Die Datenbank liegt deshalb in ${home}; ein anderer Ordner lässt sich mit STICHTAG_DATA wählen.`,
  )
  for (const older of (await readdir(publicShelf)).filter((name) => name.startsWith(`${prefix}-`))) {
    onProgress(`Eine frühere Datenbank dieses Ordners liegt noch in ${join(publicShelf, older)}.`)
  }
  return home
}

async function openShelf(): Promise<void> {
  await mkdir(publicShelf, { recursive: true })
  await chmod(publicShelf, 0o755)
}
