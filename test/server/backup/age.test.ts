import { randomBytes } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import t from 'tap'
import { pieceSize, tagSize } from '../../../server/backup/age.ts'
import { seal } from '../../../server/backup/seal.ts'
import { BrokenSeal, unseal, WrongPassphrase } from '../../../server/backup/unseal.ts'

const passphrase = 'Fünf Störche, zwölf Nester'

async function* inParts(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000)
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const errorOf = (source: AsyncIterable<Buffer>): Promise<unknown> => all(source).catch((error) => error)

t.test('what we seal is opened by another program, and what it seals by us', async (t) => {
  for (const size of [0, 1, pieceSize, pieceSize + 1, 3 * pieceSize]) {
    const bytes = randomBytes(size)
    const sealed = await all(seal(inParts(bytes), passphrase))
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    t.ok(bytes.equals(Buffer.from(await decrypter.decrypt(sealed))), `${size} bytes, from here to there`)
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    encrypter.setScryptWorkFactor(10)
    const theirs = Buffer.from(await encrypter.encrypt(bytes))
    t.ok(bytes.equals(await all(unseal(inParts(theirs), passphrase))), `${size} bytes, from there to here`)
  }
})

t.test('a piece that is changed, missing, doubled or elsewhere is found', async (t) => {
  const sealed = await all(seal(inParts(randomBytes(3 * pieceSize)), passphrase))
  const head = sealed.length - 3 * (pieceSize + tagSize)
  const piece = (number: number) =>
    sealed.subarray(head + number * (pieceSize + tagSize)).subarray(0, pieceSize + tagSize)
  const [first, second, third] = [piece(0), piece(1), piece(2)]
  const made: Record<string, Buffer[]> = {
    'without the last': [first, second],
    'without the first': [second, third],
    'in another order': [second, first, third],
    'with one twice': [first, second, second, third],
    'with more behind': [first, second, third, third],
    'cut within a piece': [first, second.subarray(0, 100)],
    'with nothing': [],
  }
  for (const [name, pieces] of Object.entries(made)) {
    const file = Buffer.concat([sealed.subarray(0, head), ...pieces])
    t.ok((await errorOf(unseal(inParts(file), passphrase))) instanceof BrokenSeal, name)
  }
  t.ok((await errorOf(unseal(inParts(sealed), 'ein anderes Kennwort'))) instanceof WrongPassphrase)
})
