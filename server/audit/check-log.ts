import type { Db } from '../database/database.ts'
import { type Anchor, chainStart, sealOf } from '../domain/log-chain.ts'
import { countUnsealed, type SealedEntry, sealedEntries } from '../store/log-seals.ts'

/** What a look through the whole log has found. */
export interface LogCheck {
  /** How many entries are sealed as they are: all, or those before the first fault. */
  sealed: number
  unsealed: number
  /** The last of those. */
  newest: Anchor | null
  /** Undefined: nothing was changed, taken out or put in between. */
  fault?: string
}

/** Computes every seal of the log again, as of one moment, and holds it against an anchor that was kept elsewhere. */
export async function checkLog(db: Db, anchor?: Anchor): Promise<LogCheck> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const unsealed = await countUnsealed(trx)
      let newest: Anchor | null = null
      let before = chainStart
      const told = (fault: string) => ({ sealed: newest?.number ?? 0, unsealed, newest, fault })
      for await (const entry of sealedEntries(trx)) {
        const { number } = entry
        const fault = faultOf(entry, before, (newest?.number ?? 0) + 1) ?? anchorFault(entry, anchor)
        if (fault !== undefined) return told(fault)
        before = entry.hash
        newest = { number, hash: entry.hash.toString('hex') }
      }
      if (anchor !== undefined && anchor.number > (newest?.number ?? 0))
        return told(`Die Kette endet vor der Nummer ${anchor.number} des Ankers: Was danach kam, ist entfernt.`)
      return { sealed: newest?.number ?? 0, unsealed, newest }
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

function anchorFault({ number, hash }: SealedEntry, anchor: Anchor | undefined): string | undefined {
  if (anchor?.number !== number || anchor.hash === hash.toString('hex')) return undefined
  return `Die Kette hat bei der Nummer ${number} einen anderen Hashwert als der Anker: Sie ist bis dorthin neu geschrieben worden.`
}
