import type { Db } from '../database/database.ts'
import { addressFor } from '../store/field-notes.ts'
import type { Call } from './call-order.ts'

/** Whom to call first, as the command tells it. People script against the keys: they only grow. */
export async function callRows(db: Db, calls: readonly Call[]) {
  const rows = []
  for (const [place, { participant, turn, last, answeredBefore, influence }] of calls.entries()) {
    const { unit, name, kreis, verbund, einwohner, state, writtenAt, notes } = participant
    const address = await addressFor(db, unit, verbund)
    rows.push({
      rang: place + 1,
      kennung: unit,
      name,
      kreis,
      einwohner,
      zustand: state,
      wann: turn,
      wieder_am: turn === 'faellig' || turn === 'verabredet' ? (last?.againOn ?? null) : null,
      grundlage: influence.basis === 'last' ? 'letzte-welle' : influence.basis === 'register' ? 'einwohner' : 'keine',
      letzte_welle: Number(answeredBefore),
      empfaenger: address?.recipient ?? '',
      person: address?.person ?? '',
      telefon: address?.phone ?? '',
      zuletzt_angerufen_am: last?.at.toISOString() ?? null,
      zuletzt_angeschrieben_am: writtenAt?.toISOString() ?? null,
      notizen: notes,
    })
  }
  return rows
}
