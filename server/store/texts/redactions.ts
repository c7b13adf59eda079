import { sql } from 'kysely'
import type { Proposal, RedactionKind } from '../../../analysis/texts/redaction/proposal.ts'
import type { Db } from '../../database/database.ts'

/** A part of a text, and what was decided on it. */
export interface KnownRedaction {
  id: number
  start: number
  end: number
  kind: RedactionKind
  certain: boolean
  /** Missing where it was found, not marked. */
  markedBy: string | null
  accepted: boolean | null
  decidedBy: string | null
  /** Missing where it was decided by itself. */
  batch: number | null
}

export async function redactionsOf(db: Db, text: number): Promise<KnownRedaction[]> {
  return (await redactionsIn(db, [text])).get(text) ?? []
}

/** Those of several texts, in the order of each. */
export async function redactionsIn(db: Db, texts: readonly number[]): Promise<Map<number, KnownRedaction[]>> {
  const rows = await db
    .selectFrom('redaction as r')
    .leftJoin('staff.account as m', 'm.id', 'r.account_id')
    .leftJoin('staff.account as d', 'd.id', 'r.decided_by')
    .select(['r.id', 'r.starts as start', 'r.ends as end', 'r.kind', 'r.certain', 'r.accepted'])
    .select(['m.name as markedBy', 'd.name as decidedBy', 'r.batch_id as batch', 'r.text_id as text'])
    .where('r.text_id', 'in', texts.length === 0 ? [0] : texts)
    .orderBy('r.starts')
    .orderBy('r.ends')
    .execute()
  const found = new Map<number, KnownRedaction[]>()
  for (const { text, ...one } of rows) found.set(text, [...(found.get(text) ?? []), one])
  return found
}

/** Keeps what was found in a text; what is known already stays as it was decided. */
export async function noteProposals(trx: Db, text: number, proposals: readonly Proposal[]): Promise<void> {
  if (proposals.length === 0) return
  await trx
    .insertInto('redaction')
    .values(
      proposals.map(({ start, end, kind, certain }) => ({ text_id: text, starts: start, ends: end, kind, certain })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Marks a part by hand, which is decided with it. */
export async function markRedaction(
  trx: Db,
  { text, start, end, kind, by }: { text: number; start: number; end: number; kind: RedactionKind; by: number },
): Promise<void> {
  const decided = { accepted: true, decided_by: by, decided_at: new Date(), batch_id: null }
  await trx
    .insertInto('redaction')
    .values({ text_id: text, starts: start, ends: end, kind, certain: true, account_id: by, ...decided })
    .onConflict((conflict) => conflict.columns(['text_id', 'starts', 'ends']).doUpdateSet({ kind, ...decided }))
    .execute()
}

/** Decides on a part of a text; null: open again. */
export async function decideRedaction(
  trx: Db,
  { text, id, accepted, by }: { text: number; id: number; accepted: boolean | null; by: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('redaction')
    .set({
      accepted,
      decided_by: accepted === null ? null : by,
      decided_at: accepted === null ? null : sql<Date>`now()`,
      batch_id: null,
    })
    .where('id', '=', id)
    .where('text_id', '=', text)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What contact data of whoever wrote a text say: names, mails, phones. */
export async function contactBeside(
  db: Db,
  text: number,
): Promise<{ persons: string[]; mails: string[]; phones: string[] }> {
  const { rows } = await sql<{ value: string; kind: string }>`
    select r.value, case when r.field ~ '_?mail' then 'mail' when r.field ~ 'tel|phone' then 'phone' else 'person' end as kind
    from written_text t join contact.respondent r on r.participant_id = t.participant_id where t.id = ${text}
    union all
    select e.value, e.kind from written_text t join participant p on p.id = t.participant_id
    join contact.address a on a.unit = p.unit
    cross join lateral (values (a.person, 'person'), (a.mail, 'mail'), (a.phone, 'phone')) e (value, kind)
    where t.id = ${text} and e.value <> ''`.execute(db)
  const of = (kind: string) => rows.filter((one) => one.kind === kind).map(({ value }) => value)
  return { persons: of('person'), mails: of('mail'), phones: of('phone') }
}
