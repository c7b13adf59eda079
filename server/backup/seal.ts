import { createCipheriv, randomBytes } from 'node:crypto'
import {
  ageMagic,
  base64,
  cipher,
  headMac,
  payloadKey,
  pieceNonce,
  pieceSize,
  tagSize,
  wrappingKey,
  zeroNonce,
} from './age.ts'
import { ByteReader } from './byte-reader.ts'

/** 128 MB and half a second for each passphrase that somebody tries. */
const cost = 17

/** Seals a stream with a passphrase. */
export async function* seal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const [fileKey, salt, nonce] = [randomBytes(16), randomBytes(16), randomBytes(16)]
  const wrapped = sealPiece(await wrappingKey(passphrase, salt, cost), zeroNonce, fileKey)
  const head = `${ageMagic}-> scrypt ${base64(salt)} ${cost}\n${base64(wrapped)}\n---`
  yield Buffer.concat([Buffer.from(`${head} ${base64(headMac(fileKey, head))}\n`), nonce])
  const key = payloadKey(fileKey, nonce)
  const reader = new ByteReader(source)
  try {
    for (let number = 0, isLast = false; !isLast; number += 1) {
      const piece = await reader.take(pieceSize)
      isLast = await reader.isAtEnd()
      yield sealPiece(key, pieceNonce(number, isLast), piece)
    }
  } finally {
    await reader.end()
  }
}

function sealPiece(key: Buffer, nonce: Buffer, piece: Buffer): Buffer {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagSize })
  return Buffer.concat([sealing.update(piece), sealing.final(), sealing.getAuthTag()])
}
