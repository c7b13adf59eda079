import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { keptSecret } from '../../../server/boot/kept-secret.ts'

t.test('a secret is made once, for its owner only, also by two at once', async (t) => {
  const folder = join(t.testdir(), 'daten')
  const [first, second] = await Promise.all([keptSecret(folder), keptSecret(folder)])
  t.strictSame(first, second)
  t.ok(first.length >= 32)
  t.strictSame(await keptSecret(folder), first)
  t.strictSame((await stat(join(folder, 'secret'))).mode & 0o777, 0o600)
})
