import { createDecipheriv, timingSafeEqual } from 'node:crypto'
import { ageMagic, cipher, headMac, payloadKey, pieceNonce, pieceSize, tagSize, wrappingKey, zeroNonce } from './age.ts'
import { ByteReader } from './byte-reader.ts'

export class WrongPassphrase extends Error {}
export class BrokenSeal extends Error {}

const headPattern = /^(age-encryption\.org\/v1\n-> scrypt ([\w+/]{22}) (\d{1,2})\n([\w+/]{43})\n---) ([\w+/]{43})\n$/
const longestHead = 400
/** What asks for more than a gigabyte is no file of ours, but somebody's attempt to bring us down. */
const highestCost = 20

/** Opens what was sealed with a passphrase; nothing that was changed comes out. */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source)
  try {
    const fileKey = await openHead(await takeHead(reader), passphrase)
    const key = payloadKey(fileKey, await reader.take(16))
    for (let number = 0, isLast = false; !isLast; number += 1) {
      const piece = await reader.take(pieceSize + tagSize)
      isLast = await reader.isAtEnd()
      const opened = openPiece(key, pieceNonce(number, isLast), piece)
      if (opened === undefined) throw new BrokenSeal(`piece ${number} is not what was sealed`)
      yield opened
    }
  } finally {
    await reader.end()
  }
}

async function openHead(head: string, passphrase: string): Promise<Buffer> {
  const [, signed = '', salt = '', cost = '', wrapped = '', mac = ''] = headPattern.exec(head) ?? []
  if (signed === '' || Number(cost) > highestCost) throw new BrokenSeal('this head is none that we can read')
  const key = await wrappingKey(passphrase, Buffer.from(salt, 'base64'), Number(cost))
  const fileKey = openPiece(key, zeroNonce, Buffer.from(wrapped, 'base64'))
  if (fileKey === undefined) throw new WrongPassphrase()
  if (!timingSafeEqual(headMac(fileKey, signed), Buffer.from(mac, 'base64')))
    throw new BrokenSeal('the head was changed')
  return fileKey
}

/** All up to the end of the line that begins with `---`. */
async function takeHead(reader: ByteReader): Promise<string> {
  let head = ''
  while (!/\n--- .*\n$/.test(head) && head.length < longestHead && !(await reader.isAtEnd())) {
    head += (await reader.take(1)).toString('latin1')
    if (!ageMagic.startsWith(head.slice(0, ageMagic.length))) break
  }
  return head
}

function openPiece(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | undefined {
  if (sealed.length < tagSize) return undefined
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagSize })
  opening.setAuthTag(sealed.subarray(-tagSize))
  const opened = opening.update(sealed.subarray(0, -tagSize))
  try {
    opening.final()
    return opened
  } catch {
    // The only thing that can fail here is that it is not what was sealed.
    return undefined
  }
}
