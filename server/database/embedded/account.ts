import { stat } from 'node:fs/promises'
import { unlessCode } from '../../errors/error-code.ts'
import { InputError } from '../../errors/input-error.ts'
import { type Account, run } from './run.ts'

/** macOS has its own name for the same user. */
const names = ['postgres', '_postgres']

/** Ways of making a system user: Debian, Red Hat and others; then Alpine and other small systems. */
const makings = [
  [
    ['groupadd', '--system', '--force', 'postgres'],
    ['useradd', '--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
  ],
  [
    ['addgroup', '-S', 'postgres'],
    ['adduser', '-S', '-D', '-H', '-G', 'postgres', 'postgres'],
  ],
]

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data where there are some, else as the system
 * user `postgres`, who is made where missing. Undefined: we are not root, and it runs as we do.
 */
export async function serverAccount(data: string, onProgress: (line: string) => void): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(data).catch(unlessCode('ENOENT'))
  if (owner !== undefined && owner.uid !== 0) return { name: `Nr. ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const present = await findAccount()
  if (present) return present
  onProgress('Der Systembenutzer „postgres“ wird angelegt, weil PostgreSQL nicht als root läuft.')
  for (const commands of makings) {
    for (const [file = '', ...args] of commands) await run(file, args).catch(unlessCode('ENOENT'))
    const made = await findAccount()
    if (made) return made
  }
  throw new InputError(
    'Die eigene Datenbank läuft nicht als root, und der Systembenutzer „postgres“ ließ sich nicht anlegen. ' +
      'Abhilfe: als gewöhnlicher Benutzer starten oder mit DATABASE_URL ein vorhandenes PostgreSQL nennen.',
  )
}

async function findAccount(): Promise<Account | undefined> {
  for (const name of names) {
    const uid = await idOf('-u', name)
    const gid = await idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { name, uid, gid }
  }
  return undefined
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | undefined> {
  const { code, output } = await run('id', [option, name])
  return code === 0 ? Number(output) : undefined
}
