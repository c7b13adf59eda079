import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { ActProof, Chosen, Proof } from '../persons/request-content.ts'
import { type RequestKind, requestWordsYears } from '../persons/request-kinds.ts'

export type PersonRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>

interface NewRequest {
  kind: RequestKind
  receivedOn: string
  searched: string
  by: number
}

export async function addRequest(db: Db, { kind, receivedOn, searched, by }: NewRequest): Promise<number> {
  const { id } = await db
    .insertInto('contact.person_request')
    .values({ kind, received_on: receivedOn, searched, opened_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const requests = (db: Db) =>
  db
    .selectFrom('contact.person_request as r')
    .innerJoin('staff.account as opener', 'opener.id', 'r.opened_by')
    .leftJoin('staff.account as proposer', 'proposer.id', 'r.proposed_by')
    .leftJoin('staff.account as closer', 'closer.id', 'r.closed_by')
    .select([
      'r.id',
      'r.kind',
      'r.received_on as receivedOn',
      'r.due_on as dueOn',
      'r.extended',
      'r.state',
      'r.searched',
    ])
    .select(['r.extension', 'r.outcome', 'r.chosen', 'r.ground', 'r.proof', 'r.closed_at as closedAt'])
    .select(['r.proposed_by as proposedById', 'r.proposed_at as proposedAt'])
    .select(['opener.name as openedBy', 'proposer.name as proposedBy', 'closer.name as closedBy'])
    .select(
      sql<boolean>`exists (select from restriction o where o.request_id = r.id and o.lifted_at is null)`.as(
        'restricts',
      ),
    )
    .select(sql<number>`r.due_on - (now() at time zone 'Europe/Berlin')::date`.as('daysLeft'))

/** All requests: the open ones first, by their clock. */
export async function listRequests(db: Db) {
  return requests(db).orderBy(sql`r.closed_at is not null`).orderBy('r.due_on').orderBy('r.id').execute()
}

export async function findRequest(db: Db, id: number) {
  return requests(db).where('r.id', '=', id).executeTakeFirst()
}

/** Keeps a request as it is until the transaction ends, so that two people do not do it twice. */
export async function holdRequest(trx: Db, id: number) {
  await trx.selectFrom('contact.person_request').select('id').where('id', '=', id).forUpdate().execute()
  return findRequest(trx, id)
}

/**
 * The request that an erasure answers, kept as it is, if it waits for this very erasure and both accounts are there. An older state
 * may have come back, in which it waits for none yet.
 */
export async function holdProposed(
  trx: Db,
  { request, at, consentId }: { request: number | null; at: Date; consentId: number | null },
) {
  if (request === null || consentId === null) return undefined
  const held = await trx
    .selectFrom('contact.person_request')
    .select('id')
    .where('id', '=', request)
    .where('state', '=', 'proposed')
    .where(sql<boolean>`date_trunc('milliseconds', proposed_at) = ${at}`)
    .where(({ exists, selectFrom }) => exists(selectFrom('staff.account').select('id').where('id', '=', consentId)))
    .forUpdate()
    .executeTakeFirst()
  const found = held === undefined ? undefined : await findRequest(trx, held.id)
  return found === undefined ? undefined : { ...found, consentId }
}

const open = (db: Db, id: number) =>
  db.updateTable('contact.person_request').where('id', '=', id).where('state', '=', 'open')

/** Looks for something else: what was chosen of what was found before is not in sight any more. */
export async function setSearched(db: Db, id: number, searched: string): Promise<void> {
  await open(db, id)
    .set({ searched, chosen: JSON.stringify({ texts: [], initials: [], cut: [] } satisfies Chosen) })
    .execute()
}

export async function setChosen(db: Db, id: number, chosen: Chosen): Promise<void> {
  await open(db, id)
    .set({ chosen: JSON.stringify(chosen) })
    .execute()
}

/** Two more months, for a reason that the person is told. Says whether it was not so before. */
export async function extendRequest(db: Db, id: number, extension: string): Promise<boolean> {
  const { numUpdatedRows } = await open(db, id)
    .where('extended', '=', false)
    .set({ extended: true, extension })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lays an erasure before a second person. From then on what was chosen stays. */
export async function proposeErasure(
  db: Db,
  id: number,
  { chosen, ground, by }: { chosen: Chosen; ground: string; by: number },
): Promise<void> {
  await open(db, id)
    .set({ state: 'proposed', chosen: JSON.stringify(chosen), ground, proposed_by: by, proposed_at: sql<Date>`now()` })
    .execute()
}

/** Says whether one waited. */
export async function withdrawProposal(db: Db, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contact.person_request')
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .set({ state: 'open', ground: '', proposed_by: null, proposed_at: null })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Closing {
  state: 'done' | 'refused'
  by: number
  outcome: string
  ground: string
}

/** Says whether it was open. */
export async function closeRequest(db: Db, id: number, { state, by, outcome, ground }: Closing): Promise<boolean> {
  const { numUpdatedRows } = await open(db, id)
    .set({ state, closed_by: by, closed_at: sql<Date>`now()`, outcome, ground })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Closes a request whose erasure is done, with what shows it. Where nothing is to lead from the person to the answers any more, its
 * own words go with it.
 */
export async function closeErased(db: Db, id: number, { by, proof }: { by: number; proof: Proof }): Promise<void> {
  await db
    .updateTable('contact.person_request')
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .set({ state: 'done', closed_by: by, closed_at: sql<Date>`now()`, proof: JSON.stringify(proof) })
    .$if((proof.erased.cut ?? 0) > 0, (query) => query.set({ searched: '', extension: '', chosen: sql`default` }))
    .execute()
}

/** Closes a request whose correction or restriction is done, with what shows it. */
export async function closeActed(db: Db, id: number, { by, proof }: { by: number; proof: ActProof }): Promise<void> {
  await open(db, id)
    .set({ state: 'done', closed_by: by, closed_at: sql<Date>`now()`, proof: JSON.stringify(proof) })
    .execute()
}

/** Empties the words of requests that were closed long ago; that they were there, and what came of them, stays. */
export async function forgetRequestWords(db: Db): Promise<void> {
  await db
    .updateTable('contact.person_request')
    .set({ searched: '', extension: '', outcome: '' })
    .where(sql<boolean>`closed_at < now() - make_interval(years => ${requestWordsYears})`)
    .where(sql<boolean>`searched || extension || outcome <> ''`)
    .execute()
}
