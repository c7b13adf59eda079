import type { TakenOver } from '../../surveys/answer/taken-over.ts'
import { type Connection, prepared } from './prepared.ts'

/** The texts to save, made by somebody who saw the draft at revision `base`. */
interface Changes {
  participantId: number
  editorId: number | null
  base: number
  typed: Record<string, string>
  /** What was taken over from an earlier wave. */
  taken?: TakenOver | undefined
  /** The fields of the wave that are for contact data. */
  contactFields: readonly string[]
}

interface Saved {
  rev: number
  savedAt: Date
  /** The fields whose text is now the one sent. */
  saved: string[]
}

/**
 * The update of the draft makes writers of the same form wait for each other, so each field is compared in its newest state.
 * One statement, so that an answer is only given after the commit.
 */
const save = prepared<
  [
    participantId: number,
    typed: string,
    base: number,
    editorId: number | null,
    takenFields: string[] | null,
    takenFrom: string | null,
    contactFields: readonly string[],
  ],
  Saved
>(
  'save_draft',
  `with d as (
     update draft set rev = rev + 1, saved_at = clock_timestamp() where participant_id = $1
     returning participant_id, rev, saved_at
   ), written as (
     insert into draft_value as v (participant_id, field, value, rev, editor_id, saved_at, contact)
     select d.participant_id, sent.key, sent.value, d.rev, $4, d.saved_at, sent.key = any($7::text[])
     from d, json_each_text($2) sent
     on conflict (participant_id, field, contact) do update
       set value = excluded.value, rev = excluded.rev, editor_id = excluded.editor_id, saved_at = excluded.saved_at
       where v.rev <= $3
     returning participant_id, field, value, rev, editor_id, saved_at, contact
   ), history as (
     insert into draft_change (participant_id, field, rev, value, editor_id, saved_at, contact, taken_from)
     select participant_id, field, rev, value, editor_id, saved_at, contact, case when field = any($5::text[]) then $6 end
     from written
   )
   select d.rev, d.saved_at as "savedAt", array(select field from written) as saved from d`,
)

/** Saves each field that nobody else has changed since the sender's page was made. */
export async function saveDraft(on: Connection, changes: Changes): Promise<Saved> {
  const { participantId, editorId, base, typed, taken, contactFields } = changes
  const from = [taken?.fields ?? null, taken?.wave ?? null] as const
  const [saved] = await save(on, participantId, JSON.stringify(typed), base, editorId, ...from, contactFields)
  if (saved === undefined) throw new Error(`participant ${participantId} has no draft`)
  return saved
}
