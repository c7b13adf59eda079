import { sql } from 'kysely'
import type { Category } from '../../../analysis/texts/codebook/category.ts'
import type { RedactionKind } from '../../../analysis/texts/redaction/proposal.ts'
import type { Db } from '../../database/database.ts'
import { addCodebook, assignCodebook, listCodebooks } from './codebooks.ts'
import { nextCodingState } from './coding-state.ts'

export interface InventedCoding {
  text: number
  by: number
  categories: readonly string[]
}

export interface InventedSettlement {
  text: number
  category: string
  holds: boolean
  why: string
}

export interface InventedRedaction {
  text: number
  start: number
  end: number
  kind: RedactionKind
  certain: boolean
  /** Null where nobody has decided. */
  accepted: boolean | null
}

export interface InventedRelease {
  text: number
  wording: string
  /** Or it waits for a second account. */
  released: boolean
}

interface Invented {
  wave: string
  title: string
  categories: readonly Category[]
  fields: readonly string[]
  codings: readonly InventedCoding[]
  settlements: readonly InventedSettlement[]
  redactions: readonly InventedRedaction[]
  releases: readonly InventedRelease[]
  /** Who prepares what is released and settles what coders differ on, and who agrees to it. */
  accounts: { prepares: number; agrees: number }
}

/** Keeps all that was made of the texts of an invented wave: a state for each kind of it, for it came at once. */
export async function storeInventedCodings(trx: Db, invented: Invented): Promise<void> {
  const { wave, title, categories, fields, codings, settlements, redactions, releases, accounts } = invented
  const { prepares, agrees } = accounts
  const codebook = await addCodebook(trx, { wave, title, categories, by: agrees })
  for (const field of fields) await assignCodebook(trx, { wave, field, codebook, by: agrees })
  const version = (await listCodebooks(trx, wave)).find(({ id }) => id === codebook)?.versionId
  const rows = <Row>(all: readonly Row[]) => JSON.stringify(all)
  await sql`insert into coding (text_id, version_id, marks, account_id, state)
    select text, ${version}::bigint, (select coalesce(jsonb_agg(jsonb_build_object('category', one)), '[]')
      from jsonb_array_elements_text(categories) one), by, ${await nextCodingState(trx)}::bigint
    from jsonb_to_recordset(${rows(codings)}::jsonb) as given (text bigint, by bigint, categories jsonb)`.execute(trx)
  await sql`insert into coding_settlement (text_id, category, holds, why, account_id, state)
    select text, category, holds, why, ${prepares}::bigint, ${await nextCodingState(trx)}::bigint
    from jsonb_to_recordset(${rows(settlements)}::jsonb)
      as given (text bigint, category text, holds boolean, why text)`.execute(trx)
  await sql`insert into redaction (text_id, starts, ends, kind, certain, accepted, decided_by, decided_at)
    select text, start, "end", kind, certain, accepted,
      case when accepted is not null then ${prepares}::bigint end, case when accepted is not null then now() end
    from jsonb_to_recordset(${rows(redactions)}::jsonb)
      as given (text bigint, start integer, "end" integer, kind text, certain boolean, accepted boolean)`.execute(trx)
  await sql`insert into text_release (text_id, wording, prepared_by, released_by, released_at, state)
    select text, wording, ${prepares}::bigint, case when released then ${agrees}::bigint end,
      case when released then now() end, case when released then ${await nextCodingState(trx)}::bigint end
    from jsonb_to_recordset(${rows(releases)}::jsonb) as given (text bigint, wording text, released boolean)`.execute(
    trx,
  )
}
