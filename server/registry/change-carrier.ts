import type { Db } from '../database/database.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { beginImport } from '../store/registry-imports.ts'
import { everyGemeinde, everyMitglied, presentKreise } from '../store/registry-rows.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { storeVerbuende, verbundName } from '../store/verbuende.ts'

export interface NewCarrier {
  gkz: string
  /** The Antragsverbund, `selbst`, or `kreis`. */
  to: string
  /** The first day. */
  from: string
  accountId?: number | undefined
}

/** What is wrong with a change, by field. */
export type CarrierFault = { field: 'an' | 'ab'; message: string }

/** From a day on another one is responsible for a Kommune. Gives the number under which it can be taken back. */
export async function changeCarrier(
  db: Db,
  { gkz, to, from, accountId }: NewCarrier,
): Promise<{ import: number } | CarrierFault> {
  return db.transaction().execute(async (trx) => {
    const gemeinden = await everyGemeinde(trx)
    const own = gemeinden.find((one) => one.gkz === gkz && one.valid_from <= from && (one.valid_to ?? from) >= from)
    if (own === undefined)
      return { field: 'ab', message: 'An diesem Tag gibt es die Kommune nach dem Verzeichnis nicht.' }
    const later = (await everyMitglied(trx)).find(
      (one) => one.gkz === gkz && (one.valid_from > from || (one.valid_to ?? '') >= from),
    )
    if (later !== undefined)
      return {
        field: 'ab',
        message: 'Das Verzeichnis kennt schon eine spätere Zuständigkeit. Bitte nennen Sie einen Tag danach.',
      }
    const verbund = await verbundFor(trx, own, to)
    if (verbund === undefined) return { field: 'an', message: 'Bitte wählen Sie, wer zuständig wird.' }
    const form = { form: 'zustaendigkeit', fileName: gkz, fileHash: '', effectiveFrom: from, accountId } as const
    const id = await beginImport(trx, form)
    const row = { gkz, verbund: verbund.key, gemeinde_valid_from: own.valid_from, valid_from: from, valid_to: null }
    await storeVerbuende(trx, [{ ...row, name: verbund.name }], { synthetic: verbund.synthetic })
    await noteStaff(trx, {
      action: 'responsibility_changed',
      accountId,
      detail: { gkz, verbund: verbund.key, import: id },
    })
    return { import: id }
  })
}

interface Verbund {
  key: string
  name: string
  synthetic: boolean
}

/** The Antragsverbund that is meant; one of the Kommune alone, or of its Landkreis, may be new. */
async function verbundFor(
  db: Db,
  { gkz, name, kreis }: { gkz: string; name: string; kreis: string },
  to: string,
): Promise<Verbund | undefined> {
  const key = to === 'selbst' ? gkz : to === 'kreis' ? `${kreis}000` : to
  const known = await verbundName(db, key)
  if (known !== undefined) return { key, ...known }
  if (to === 'selbst') return { key, name, synthetic: false }
  const own = to === 'kreis' ? (await presentKreise(db)).find((one) => one.kreis === kreis) : undefined
  return own === undefined ? undefined : { key, name: kreisName(own), synthetic: false }
}
