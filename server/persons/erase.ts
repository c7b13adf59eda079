import { randomUUID } from 'node:crypto'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { type Erased, type Erasure, eraseTexts } from '../store/erase-texts.ts'
import { inErasureTurn, markedBatches } from '../store/erasures.ts'
import { addToList, erasuresOf, lineOf, readList } from './erasure-list.ts'
import { restrictAgain } from './restrict.ts'

/** Erases texts for good: what the list beside the database says first, no backup brings back. */
export async function erase(
  { db, config: { dataDir } }: Pick<AppContext, 'db' | 'config'>,
  of: Omit<Erasure, 'id' | 'at'> & Partial<Pick<Erasure, 'at'>>,
): Promise<Erased> {
  const erasure: Erasure = { id: randomUUID(), at: new Date(), ...of }
  return inErasureTurn(db, async (own) => {
    await addToList(dataDir, [lineOf(erasure)])
    return eraseTexts(own, erasure)
  })
}

/** Erases and restricts once more what the list says and the database has no mark of: an older state of it has come back. */
export async function eraseAgain(db: Db, dataDir: string): Promise<number> {
  const list = await readList(dataDir)
  await restrictAgain(db, list)
  const listed = erasuresOf(list)
  if (listed.length === 0) return 0
  const marked = await markedBatches(db)
  let texts = 0
  for (const erasure of listed.filter(({ id }) => !marked.has(id))) texts += (await eraseTexts(db, erasure)).texts
  return texts
}
