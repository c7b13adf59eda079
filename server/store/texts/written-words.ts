import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/database.ts'

/** The words of a text as they are indexed. */
const wordsOf = (table: string): RawBuilder<unknown> =>
  sql`regexp_split_to_array(${sql.ref(`${table}.folded`)}, '[^a-z]+')`

/** Whether a text has all of some words. */
export const hasWords = (table: string, words: string): RawBuilder<unknown> =>
  sql`${wordsOf(table)} @> array_remove(regexp_split_to_array(fold_text(${words}), '[^a-z]+'), '')`

/** More texts of a file are not looked at, to know how it writes a word. */
const mostOfFile = 200

/** What else whoever wrote a text has written in its wave; of a file, the texts that share a word with those named. */
export async function textsBeside(db: Db, text: number, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    select coalesce(s.comments ->> t.field, s.answers ->> t.field) as said
    from written_text own join written_text t on t.participant_id = own.participant_id and t.id <> own.id
    join submission s on s.id = t.submission_id where own.id = ${text}
    union all (
      select t.said from written_text own join written_text t on t.source_id = own.source_id and t.id <> own.id
      where own.id = ${text}
        and ${wordsOf('t')} && array(select fold_text(word) from unnest(${[...words]}::text[]) word)
      limit ${mostOfFile})`.execute(db)
  return rows.map(({ said }) => said)
}

/** So many texts with a word are looked at: who writes one more often than that is a file. With fewer all of them would be read in turn. */
const mostWithWord = 1_000

/** Those of some words that two units or more write in a wave, however they write them. */
export async function sharedWords(db: Db, wave: string, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string }>`
    select w.word from unnest(${[...words]}::text[]) w (word) where (
      select min(found.writer) <> max(found.writer) from (
        select coalesce(t.participant_id, -t.source_id) as writer from written_text t
        where t.wave_id = ${wave} and ${wordsOf('t')} @> array[fold_text(w.word)] limit ${mostWithWord}
      ) found)`.execute(db)
  return rows.map(({ word }) => word)
}
