import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { readOthers, shotsOf } from './other.ts'

const own = { name: 'A', row: 'autosave', url: 'http://127.0.0.1:1', method: 'POST', path: '/x?n={n}', status: 200 }

t.test('another system is read from a file, and what is wrong in it is named', async (t) => {
  const file = join(t.testdir({}), 'andere.json')
  const read = async (content: string) => {
    await writeFile(file, content)
    return readOthers(file, ['page', 'autosave'])
  }
  t.match(await read('['), /andere\.json lässt sich nicht lesen/)
  t.match(await read('[]'), /andere\.json stimmt nicht/)
  t.match(await read(JSON.stringify([{ ...own, row: 'deadline' }])), /stimmt nicht:[\s\S]*\[0\]\.row/)
  t.match(await read(JSON.stringify([{ ...own, url: 'ftp://x' }])), /\[0\]\.url/)
  t.match(await read(JSON.stringify([{ ...own, haeder: {} }])), /haeder/)
  t.strictSame(await read(JSON.stringify([own])), [{ ...own, headers: {} }])
})

t.test('no two of its requests have the same number', async (t) => {
  const other = { ...own, method: 'POST' as const, headers: {}, body: 'a={n}' }
  const shots = [0, 1].flatMap((round) => shotsOf(other, 3, round))
  t.strictSame(
    shots.map(({ path, body }) => `${path} ${body}`),
    [1, 2, 3, 4, 5, 6].map((number) => `/x?n=${number} a=${number}`),
  )
})
