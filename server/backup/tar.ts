import { Header } from 'tar'
import { ByteReader } from './byte-reader.ts'

const block = 512

export interface TarEntry {
  name: string
  body: Buffer
}

/** A file as it stands in a tar archive. */
export function tarEntry({ name, body }: TarEntry, mtime: Date): Buffer {
  const header = new Header({ path: name, type: 'File', mode: 0o600, uid: 0, gid: 0, size: body.length, mtime })
  header.encode()
  return Buffer.concat([header.block ?? Buffer.alloc(0), body, Buffer.alloc(-body.length & (block - 1))])
}

/** Two empty blocks say that nothing follows. */
export const endOfTar = Buffer.alloc(2 * block)

export class BrokenTar extends Error {}

/** The files of an archive one after the other, each whole in memory. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(source)
  try {
    for (;;) {
      const header = new Header(await fully(reader, block))
      if (header.nullBlock) return
      const { path = '', size = 0, cksumValid } = header
      if (!cksumValid) throw new BrokenTar('a header is not what it was')
      const body = await fully(reader, size)
      await fully(reader, -size & (block - 1))
      yield { name: path, body }
    }
  } finally {
    await reader.end()
  }
}

async function fully(reader: ByteReader, count: number): Promise<Buffer> {
  const bytes = await reader.take(count)
  if (bytes.length < count) throw new BrokenTar('the archive ends too early')
  return bytes
}
