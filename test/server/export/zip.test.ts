import { unzipSync } from 'fflate'
import t from 'tap'
import { zipped } from '../../../server/export/zip.ts'

t.test('the same content gives the same archive, in whatever pieces it comes', async (t) => {
  const text = Buffer.from(Array.from({ length: 60_000 }, (_, row) => `${row % 97},${(row * 7919) % 1009}\n`).join(''))
  async function archive(size: number) {
    const content = Array.from({ length: Math.ceil(text.length / size) }, (_, place) =>
      text.subarray(place * size, (place + 1) * size),
    )
    const pieces: Uint8Array[] = []
    for await (const piece of zipped(
      [
        { name: 'a.csv', content },
        { name: 'leer', content: [] },
      ],
      null,
    ))
      pieces.push(piece)
    return Buffer.concat(pieces)
  }
  const whole = await archive(text.length)
  for (const size of [997, 65_536, 100_000]) t.ok((await archive(size)).equals(whole), `in pieces of ${size}`)
  const read = unzipSync(whole)
  t.ok(text.equals(read['a.csv'] ?? Buffer.alloc(0)))
  t.equal(read.leer?.length, 0)
})
