import type { Db } from '../database/database.ts'
import { type Anchor, chainStart, sealOf } from '../domain/log-chain.ts'
import { type LogCut, lastCut } from '../store/log-cuts.ts'
import { countUnsealed, type SealedEntry, sealedEntries } from '../store/log-seals.ts'

/** What a look through all that is kept of the log has found. */
export interface LogCheck {
  /** How many entries are sealed as they are: all, or those before the first fault. */
  sealed: number
  unsealed: number
  /** The last of those. */
  newest: Anchor | null
  /** Where it begins, if what was older has gone. */
  cut?: LogCut
  /** The anchor lies before that, and says nothing about what is there. */
  isAnchorTooOld?: true
  /** Undefined: nothing was changed, taken out or put in between. */
  fault?: string
}

/** Computes every seal that is kept again, as of one moment, and holds it against an anchor that was kept elsewhere. */
export async function checkLog(db: Db, anchor?: Anchor): Promise<LogCheck> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unsealed = await countUnsealed(trx)
      const cut = await lastCut(trx)
      const start = cut?.number ?? 0
      let newest: Anchor | null = cut === undefined ? null : { number: start, hash: cut.hash }
      let before = cut === undefined ? chainStart : Buffer.from(cut.hash, 'hex')
      const told = (fault?: string): LogCheck => ({
        sealed: (newest?.number ?? 0) - start,
        unsealed,
        newest,
        ...(cut === undefined ? {} : { cut }),
        ...(anchor !== undefined && anchor.number < start ? { isAnchorTooOld: true } : {}),
        ...(fault === undefined ? {} : { fault }),
      })
      if (cut !== undefined && cut.entries !== start)
        return told(
          'Die Vermerke darüber, was vom Protokoll gelöscht ist, passen nicht zusammen: Einer ist geändert worden.',
        )
      const atCut = newest === null ? undefined : anchorFault(newest, anchor)
      if (atCut !== undefined) return told(atCut)
      for await (const entry of sealedEntries(trx)) {
        const { number } = entry
        const sealed = { number, hash: entry.hash.toString('hex') }
        const fault = faultOf(entry, before, (newest?.number ?? 0) + 1) ?? anchorFault(sealed, anchor)
        if (fault !== undefined) return told(fault)
        before = entry.hash
        newest = sealed
      }
      if (anchor !== undefined && anchor.number > (newest?.number ?? 0))
        return told(`Die Kette endet vor der Nummer ${anchor.number} des Ankers: Was danach kam, ist entfernt.`)
      return told()
    })
}

function faultOf({ number, auditId, hash, text }: SealedEntry, before: Buffer, expected: number): string | undefined {
  if (number !== expected) return `In der Kette fehlt die Nummer ${expected}: Ihr Eintrag ist entfernt worden.`
  if (text === null) return `Der Eintrag ${auditId} (Nummer ${number} der Kette) ist entfernt worden.`
  if (sealOf(before, text).equals(hash)) return undefined
  return (
    `Der Eintrag ${auditId} (Nummer ${number} der Kette) ist nicht, was dort versiegelt wurde: ` +
    'Er ist geändert worden, oder unmittelbar vor ihm ist einer eingefügt oder entfernt worden.'
  )
}

function anchorFault({ number, hash }: Anchor, anchor: Anchor | undefined): string | undefined {
  if (anchor?.number !== number || anchor.hash === hash) return undefined
  return `Die Kette hat bei der Nummer ${number} einen anderen Hashwert als der Anker: Sie ist bis dorthin neu geschrieben worden.`
}
