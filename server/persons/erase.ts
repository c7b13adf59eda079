import { randomUUID } from 'node:crypto'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import type { Erased, Erasure } from '../store/erase-texts.ts'
import { inErasureTurn, markedBatches } from '../store/erasures.ts'
import { carryOut } from './carry-out.ts'
import { databaseId, erasuresOf, lineOf, linesFor, noteInList, readList } from './erasure-list.ts'
import { forgetAccountsAgain } from './forget-account.ts'
import { restrictAgain } from './restrict.ts'

type Wanted = Omit<Erasure, 'id' | 'at' | 'request'> & Partial<Pick<Erasure, 'at' | 'request'>>

/** Erases texts for good: what the list beside the database says first, no backup brings back. */
export const erase = ({ db, config: { dataDir } }: Pick<AppContext, 'db' | 'config'>, of: Wanted): Promise<Erased> =>
  inErasureTurn(db, (trx) => eraseInTurn(trx, dataDir, of))

/** The same for whoever has the turn. From the line in the list on it is decided: what breaks off after it is made up for. */
export async function eraseInTurn(trx: Db, dataDir: string, of: Wanted): Promise<Erased> {
  const erasure: Erasure = { id: randomUUID(), at: new Date(), request: null, ...of }
  await noteInList(trx, dataDir, [lineOf(erasure)])
  return carryOut(trx, dataDir, erasure)
}

/** Lines of the list that the database did not have, and texts that went with them. */
export interface MadeUp {
  lines: number
  texts: number
}

/**
 * Erases, and restricts, what the list says and the database has no mark of, because an older state of it has come back, or because
 * it was broken off.
 */
export async function eraseAgain(db: Db, dataDir: string): Promise<MadeUp> {
  await databaseId(db, dataDir)
  if ((await readList(dataDir)) === '') return { lines: 0, texts: 0 }
  return inErasureTurn(db, (trx) => makeUpFor(trx, dataDir))
}

/** The same for whoever has the turn. */
export async function makeUpFor(trx: Db, dataDir: string): Promise<MadeUp> {
  const list = linesFor(await databaseId(trx, dataDir), await readList(dataDir))
  let lines = (await restrictAgain(trx, list)) + (await forgetAccountsAgain(trx, list))
  const marked = await markedBatches(trx)
  let texts = 0
  for (const erasure of erasuresOf(list).filter(({ id }) => !marked.has(id))) {
    const erased = await carryOut(trx, dataDir, erasure)
    texts += erased.texts
    if (erased.texts + erased.initials + erased.cut > 0) lines += 1
  }
  return { lines, texts }
}
