import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { addressUnitOf } from '../registry/address.ts'
import type { CallResult } from './calls.ts'
import type { DispatchState } from './dispatches.ts'
import type { NoteKind } from './field-acts.ts'

export interface FieldNote {
  kind: NoteKind
  text: string
  /** The account that wrote it, or null. */
  who: string | null
  at: Date
  /** It is still being written. */
  unfinished: boolean
  /** What came of a call, and on which day to call again. */
  result: CallResult | null
  againOn: string | null
}

/** All notes on a participant, the newest first. */
export async function notesOn(db: Db, participantId: number): Promise<FieldNote[]> {
  return db
    .selectFrom('contact.field_note as n')
    .leftJoin('staff.account as a', 'a.id', 'n.account_id')
    .select(['n.kind', 'n.text', 'a.name as who', 'n.at', 'n.unfinished', 'n.result', 'n.again_on as againOn'])
    .where('n.participant_id', '=', participantId)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
}

export interface FieldDispatch {
  template: string
  way: 'letter' | 'mail' | 'phone'
  state: DispatchState
  problem: string
  at: Date
  who: string | null
}

/** What went to a participant, the newest first. */
export async function dispatchesTo(db: Db, participantId: number): Promise<FieldDispatch[]> {
  return db
    .selectFrom('contact.dispatch as d')
    .leftJoin('staff.account as a', 'a.id', 'd.account_id')
    .select(['d.template', 'd.way', 'd.state', 'd.problem', 'a.name as who'])
    .select(sql<Date>`coalesce(d.returned_at, d.sent_at, d.created_at)`.as('at'))
    .where('d.participant_id', '=', participantId)
    .orderBy('at', 'desc')
    .execute()
}

/** Where letters go that are for a unit: to itself, else to its Verbund. */
export async function addressFor(db: Db, unit: string, verbund: string) {
  return db
    .selectFrom('contact.address')
    .select(['recipient', 'person', 'street', 'postcode', 'place', 'mail', 'phone'])
    .where('until', 'is', null)
    .where('unit', 'in', [addressUnitOf(unit), verbund])
    .orderBy(sql`unit = ${addressUnitOf(unit)}`, 'desc')
    .limit(1)
    .executeTakeFirst()
}
