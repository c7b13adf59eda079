import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Measured } from '../export/write-table.ts'
import type { Package } from './package.ts'
import { writePackage } from './write-package.ts'

/** The zip of a package for one download, complete before its first byte is sent; nothing of it is left on the disk. */
export async function packDownload(packed: Package): Promise<Measured & { content: Readable }> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-paket-'))
  try {
    const written = await writePackage(packed, folder)
    const handle = await open(join(folder, `${packed.name}.zip`))
    return { content: handle.createReadStream(), ...written }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
