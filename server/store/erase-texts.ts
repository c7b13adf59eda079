import { sql } from 'kysely'
import { contentHash } from '../../surveys/answer/submission.ts'
import type { Db } from '../database/database.ts'
import { afterErasure, type Holding, isOfForm, type TextPlace, textPlaces } from '../persons/places.ts'
import type { TextAddress } from '../persons/text-address.ts'
import { cutOrigins, stillLinked } from './cut-origin.ts'
import { findTexts } from './person-texts.ts'

/** What is erased together: why, who answers for it, and where it stands. */
export interface Erasure {
  id: string
  at: Date
  /** `Art. 17 Absatz 1 Buchstabe b DSGVO`. */
  ground: string
  accountId: number | null
  consentId: number | null
  /** The number of the request that it answers. */
  request: number | null
  texts: readonly TextAddress[]
  /** The numbers of initials; what was written with them stays. */
  initials: readonly number[]
  /** Participants whose answers are no longer to lead back to the number of the person. */
  cut: readonly number[]
}

/** What was there and is gone, by what it was. */
export interface Erased {
  texts: number
  participants: number
  submissions: number
  initials: number
  cut: number
}

/**
 * Erases texts wherever they stand, and leaves a mark of each form and each submission. Of what stands there only what was written
 * before it goes: who types something new after an erasure has not asked for that to be erased. People who have a form of it open
 * are logged out, since their page would send the text again.
 */
export async function eraseTexts(trx: Db, erasure: Erasure): Promise<Erased> {
  const erased: Erased = { texts: 0, participants: 0, submissions: 0, initials: 0, cut: 0 }
  await eraseEach(trx, erasure, erased)
  erased.initials = await eraseInitials(trx, erasure)
  const linked = await stillLinked(trx, erasure.cut, erasure.at)
  if (linked.length > 0) {
    // Also what was handed in after the decision, since the number does not stay.
    const texts = (await findTexts(trx, { ownNumberOf: linked })).filter(isSubmitted)
    await eraseEach(trx, { ...erasure, at: new Date('9999-12-31'), texts }, erased)
    for (const participantId of linked) await mark(trx, { erasure, participantId, holds: 'number' }, { texts: 1 })
    await cutOrigins(trx, linked, erasure.request)
    erased.cut = linked.length
  }
  if (erased.texts + erased.cut > 0) await sql`select next_data_state('erasure')`.execute(trx)
  return erased
}

async function eraseEach(trx: Db, erasure: Erasure, erased: Erased): Promise<void> {
  for (const [participantId, own] of grouped(erasure.texts, (one) => one.participantId)) {
    // Waits for those who are saving, and lets open pages see that something has changed.
    if (participantId !== null)
      await sql`update draft set rev = rev + 1 where participant_id = ${participantId}`.execute(trx)
    const before = erased.texts
    for (const [holds, texts] of grouped(own, holdsOf)) {
      const marked = { erasure, participantId, holds }
      erased.texts += await eraseRows(
        trx,
        marked,
        texts.filter((one) => !isSubmitted(one)),
      )
      for (const [id, some] of grouped(texts.filter(isSubmitted), ({ key }) => key.id ?? '')) {
        const gone = await eraseInSubmission(trx, marked, id, some)
        erased.texts += gone
        if (gone > 0) erased.submissions += 1
      }
    }
    if (participantId !== null && erased.texts > before) {
      erased.participants += 1
      await sql`update session set ended_at = now()
        where participant_id = ${participantId} and ended_at is null`.execute(trx)
      // Nobody can look into a scan: what was erased may stand on it.
      await sql`delete from contact.paper_scan where participant_id = ${participantId} and at <= ${erasure.at}`.execute(
        trx,
      )
      await sql`update delegation_session s set ended_at = now() from contact.delegation d
        where d.id = s.delegation_id and d.participant_id = ${participantId} and s.ended_at is null`.execute(trx)
    }
  }
}

/** Initials go with their row, and the reference to it becomes null by itself. */
async function eraseInitials(trx: Db, erasure: Erasure): Promise<number> {
  const { rows } = await sql<{ participantId: number }>`delete from contact.editor
    where id = any(${[...erasure.initials]}::bigint[]) returning participant_id as "participantId"`.execute(trx)
  for (const { participantId } of rows) await mark(trx, { erasure, participantId, holds: 'initials' }, { texts: 1 })
  return rows.length
}

function grouped<One, Key>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const isSubmitted = ({ table }: TextAddress) => table === 'public.submission'

function placeOf({ table, column }: TextAddress): TextPlace {
  const place = textPlaces.find((one) => one.table === table && one.column === column)
  if (place === undefined) throw new Error(`${table}.${column} holds no texts of people`)
  return place
}

const holdsOf = (address: TextAddress) => placeOf(address).holds

interface Marked {
  erasure: Erasure
  participantId: number | null
  holds: Holding
}

/** Leaves the mark without which the database lets nothing be erased. After a restore an account may not be there. */
async function mark(
  trx: Db,
  { erasure: { id, ground, accountId, consentId }, participantId, holds }: Marked,
  of: { texts: number; submissionId?: string; contentHash?: string },
): Promise<void> {
  const known = (account: number | null) => sql`(select a.id from staff.account a where a.id = ${account}::bigint)`
  await sql`with marked as (
      insert into erasure (batch, holds, ground, participant_id, submission_id, account_id, consent_id, texts, content_hash)
      values (${id}::uuid, ${holds}, ${ground}, ${participantId}, ${of.submissionId ?? null}::bigint, ${known(accountId)},
        ${known(consentId)}, ${of.texts}, ${of.contentHash ?? null})
      returning id
    ) select set_config('stichtag.erasure', id::text, true) from marked`.execute(trx)
}

/** Erases texts that are rows or members of kept pages; the mark counts those that are there. */
async function eraseRows(trx: Db, marked: Marked, addresses: readonly TextAddress[]): Promise<number> {
  const until = marked.erasure.at
  const there: TextAddress[] = []
  for (const address of addresses) {
    const { rows } =
      await sql`select from ${sql.table(address.table)} where ${rowOf(address, until)} for update`.execute(trx)
    if (rows.length > 0) there.push(address)
  }
  if (there.length === 0) return 0
  await mark(trx, marked, { texts: there.length })
  for (const address of there) {
    await sql`${without(address)} where ${rowOf(address, until)}`.execute(trx)
  }
  await dropBlankAddresses(trx, there)
  for (const table of goingWhole) await dropRows(trx, table, there)
  return there.length
}

/** An address of which nothing is left says of nobody anything but that there was one. */
async function dropBlankAddresses(trx: Db, erased: readonly TextAddress[]): Promise<void> {
  const ids = erased.filter(({ table }) => table === 'contact.address').flatMap(({ key }) => key.id ?? [])
  if (ids.length > 0)
    await sql`delete from contact.address where id = any(${ids}::bigint[])
      and concat(recipient, person, street, postcode, place, mail, phone) = ''`.execute(trx)
}

/** What a scan shows is what its name tells of, and headings of a table without their words are none. */
const goingWhole = ['contact.paper_scan', 'contact.figure_place'] as const

async function dropRows(trx: Db, table: (typeof goingWhole)[number], erased: readonly TextAddress[]): Promise<void> {
  const ids = erased.filter((one) => one.table === table).flatMap(({ key }) => key.id ?? [])
  if (ids.length > 0) await sql`delete from ${sql.table(table)} where id = any(${ids}::bigint[])`.execute(trx)
}

/** The statement that takes a text out of its row. */
function without(address: TextAddress) {
  const [table, column, { field }] = [sql.table(address.table), sql.ref(address.column), address]
  const place = placeOf(address)
  const left = afterErasure(place)
  return {
    text: () => sql`delete from ${table}`,
    object: () => sql`update ${table} set ${column} = ${column} - ${field}::text,
      settled_at = case when ${column} - ${field}::text = '{}' then coalesce(settled_at, now()) else settled_at end`,
    whole: () => sql`update ${table} set ${column} = ${left}`,
    nested: () => sql`update ${table} set ${column} = jsonb_set(${column}, ${field}::text[], to_jsonb(${left}::text))`,
    reasons: () => noRow(address),
    file: () => noRow(address),
  }[place.shape]()
}

function noRow({ table }: TextAddress): never {
  throw new Error(`${table} is no row of its own`)
}

/** The row of a text, if the text is still in it. */
function rowOf(address: TextAddress, until: Date) {
  const place = placeOf(address)
  const { at, shape } = place
  const { column, key, participantId, field } = address
  const named = Object.entries(key).map(([name, value]) => sql`${sql.ref(name)}::text = ${value}`)
  const holds = {
    text: [],
    reasons: [],
    object: [sql`${sql.ref(column)} ? ${field}`],
    whole: [sql`${sql.ref(column)} <> ${afterErasure(place)}`],
    nested: [sql`${sql.ref(column)} #>> ${field}::text[] <> ${afterErasure(place)}`],
    file: [],
  }[shape]
  const own = isOfForm(place) ? [sql`participant_id = ${participantId}`] : []
  return sql.join([...named, ...own, sql`${sql.ref(at)} <= ${until}`, ...holds], sql` and `)
}

interface Content {
  answers: Record<string, unknown>
  comments: Record<string, unknown>
  justifications: { check: string }[]
}

/** Takes texts out of a submission, which is then another one with another hash: the mark carries it. */
async function eraseInSubmission(
  trx: Db,
  marked: Marked,
  id: string,
  addresses: readonly TextAddress[],
): Promise<number> {
  const { rows } = await sql<Content>`select answers, comments, justifications from submission
    where id = ${id} and participant_id = ${marked.participantId} and submitted_at <= ${marked.erasure.at} for update`.execute(
    trx,
  )
  const [found] = rows
  if (found === undefined) return 0
  const fieldsOf = (column: string) =>
    new Set(addresses.filter((one) => one.column === column).map(({ field }) => field))
  const without = (column: 'answers' | 'comments') => {
    const fields = fieldsOf(column)
    return Object.fromEntries(Object.entries(found[column]).filter(([field]) => !fields.has(field)))
  }
  const reasons = fieldsOf('justifications')
  const left: Content = {
    answers: without('answers'),
    comments: without('comments'),
    justifications: found.justifications.filter(({ check }) => !reasons.has(`text.${check}`)),
  }
  const size = ({ answers, comments, justifications }: Content) =>
    Object.keys(answers).length + Object.keys(comments).length + justifications.length
  const texts = size(found) - size(left)
  if (texts === 0) return 0
  const hash = contentHash(left)
  await mark(trx, marked, { submissionId: id, texts, contentHash: hash })
  await sql`update submission set answers = ${JSON.stringify(left.answers)}::jsonb, comments = ${JSON.stringify(left.comments)}::jsonb,
    justifications = ${JSON.stringify(left.justifications)}::jsonb, content_hash = ${hash} where id = ${id}`.execute(
    trx,
  )
  return texts
}
