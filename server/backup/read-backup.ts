import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { ageMagic } from './age.ts'
import { BrokenTar, readTar, type TarEntry } from './tar.ts'
import { BrokenSeal, unseal, WrongPassphrase } from './unseal.ts'

export interface Source {
  file: string
  passphrase: string | undefined
}

/** The files within a backup, in their order. */
export async function* readBackup({ file, passphrase }: Source): AsyncGenerator<TarEntry> {
  try {
    const isSealed = await beginsLike(file, ageMagic)
    if (isSealed && passphrase === undefined) {
      throw new InputError(
        `Die Sicherung ${file} ist verschlüsselt. Bitte nennen Sie mit --passphrase-file die Datei mit ihrem Kennwort.`,
      )
    }
    const bytes: AsyncIterable<Buffer> = createReadStream(file)
    yield* readTar(unzip(isSealed ? unseal(bytes, passphrase ?? '') : bytes))
  } catch (error) {
    throw explain(error, file)
  }
}

async function beginsLike(file: string, magic: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    return buffer.toString('latin1', 0, bytesRead) === magic
  } finally {
    await handle.close()
  }
}

/** What goes wrong before is told where the bytes are read. */
function unzip(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(source, { objectMode: false }), createGunzip(), () => undefined)
}

function explain(error: unknown, file: string): unknown {
  const code = errorCode(error) ?? ''
  const isBroken = error instanceof BrokenTar || error instanceof BrokenSeal || code.startsWith('Z_')
  if (isBroken) return new InputError(broken(file), { cause: error })
  if (error instanceof WrongPassphrase) return new InputError(`Das Kennwort passt nicht zur Sicherung ${file}.`)
  if (code === 'ENOENT') return new InputError(`Die Datei ${file} gibt es nicht.`)
  if (code === 'EACCES' || code === 'EISDIR') return new InputError(`Die Datei ${file} lässt sich nicht lesen.`)
  return error
}

export const broken = (file: string) =>
  `Die Datei ${file} ist keine vollständige Sicherung: Sie ist beschädigt, abgeschnitten oder verändert.`
