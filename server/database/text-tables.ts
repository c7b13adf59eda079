import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Category } from '../../analysis/texts/codebook/category.ts'
import type { Change } from '../../analysis/texts/codebook/change.ts'
import type { RedactionKind } from '../../analysis/texts/redaction/proposal.ts'

type Made = Generated<Date>
type Identity = ColumnType<number, never, never>

/** A category that somebody gave a text, or a part of it. */
export interface Mark {
  category: string
  start?: number | undefined
  end?: number | undefined
}

/** Texts that people wrote, and what is made of them. */
export interface TextTables {
  text_source: TextSourceTable
  written_text: WrittenTextTable
  text_reading: { submission_id: number }
  codebook: { id: Identity; wave_id: string; title: string; account_id: number | null; at: Made }
  codebook_version: CodebookVersionTable
  codebook_question: CodebookQuestionTable
  coding: CodingTable
  coding_settlement: CodingSettlementTable
  coding_sample: CodingSampleTable
  coding_sample_text: { sample_id: number; text_id: number }
  redaction: RedactionTable
  redaction_batch: RedactionBatchTable
  annex_plan: { id: Identity; wave_id: string; title: string; plan: string; account_id: number; saved_at: Made }
  text_release: TextReleaseTable
}

/** A file of texts. */
interface TextSourceTable {
  id: Identity
  wave_id: string
  title: string
  file_name: string
  file_hash: string
  account_id: number | null
  at: Made
  state: number
  undone_state: number | null
  undone_at: Date | null
  undone_by: number | null
}

/** A text of a submission, named by it and its field, or of a file. */
interface WrittenTextTable {
  id: Identity
  wave_id: string
  field: string
  participant_id: number | null
  submission_id: number | null
  source_id: number | null
  line: number | null
  place: string | null
  said: string | null
  at: Made
  same_as: number | null
  folded: string
}

interface CodebookVersionTable {
  id: Identity
  codebook_id: number
  number: number
  categories: JSONColumnType<Category[]>
  changes: JSONColumnType<Change[]>
  account_id: number | null
  at: Made
  state: number
}

/** Which codebook the texts of a question are coded by. */
interface CodebookQuestionTable {
  id: Identity
  wave_id: string
  field: string
  codebook_id: number | null
  account_id: number | null
  at: Made
  state: number
}

/** All that somebody gave a text; null: taken back. */
interface CodingTable {
  id: Identity
  text_id: number
  version_id: number
  marks: JSONColumnType<Mark[]> | null
  account_id: number
  at: Made
  state: number
  undoes: Generated<number | null>
}

/** What somebody decided where coders differ. */
interface CodingSettlementTable {
  id: Identity
  text_id: number
  category: string
  holds: boolean
  why: string
  account_id: number
  at: Made
  state: number
}

/** Texts that two are to code. */
interface CodingSampleTable {
  id: Identity
  wave_id: string
  fields: string[]
  seed: number
  share: number
  at_least: number
  account_id: number | null
  at: Made
}

/** A part of a text that may tell whom it is from. */
interface RedactionTable {
  id: Identity
  text_id: number
  starts: number
  ends: number
  kind: RedactionKind
  certain: boolean
  account_id: number | null
  at: Made
  accepted: boolean | null
  decided_by: number | null
  decided_at: Date | null
  batch_id: Generated<number | null>
}

/** Parts of several texts that were decided on together. */
interface RedactionBatchTable {
  id: Identity
  wave_id: string
  account_id: number
  at: Made
  undone_at: Date | null
  undone_by: number | null
}

/** What may be published of a text. */
interface TextReleaseTable {
  id: Identity
  text_id: number
  wording: string
  prepared_by: number
  prepared_at: Made
  released_by: number | null
  released_at: Date | null
  state: number | null
  ended_by: number | null
  ended_at: Date | null
  ended_state: number | null
}
