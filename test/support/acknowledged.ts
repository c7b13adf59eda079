import type { Db } from '../../server/database/database.ts'
import type { Sender } from './hand-in.ts'
import { type Typist, typistAt } from './typist.ts'

/** All that was said to be stored. */
export interface Acknowledged {
  typist(sender: Sender, status?: (code: number) => void): Typist
  /** How many submissions there were of it. */
  submissions(): number
  count(): number
  /** What of it is not there, and what is there by half. */
  lost(db: Db): Promise<string[]>
}

/** Keeps what people are told, to hold it against what is stored in the end. */
export function keepAcknowledged(): Acknowledged {
  /** Who submits the same again gets the same. */
  const receipts = new Set<string>()
  /** By the unit, each of its texts. */
  const texts = new Map<string, string[]>()
  let saves = 0
  return {
    typist(sender, status) {
      const unit = sender.form.split('/').at(-1) ?? ''
      const own = texts.get(unit) ?? []
      texts.set(unit, own)
      const saved = (text: string) => {
        own.push(text)
        saves += 1
      }
      const typist = typistAt(sender, status === undefined ? { saved } : { saved, status })
      return {
        ...typist,
        async submit() {
          const receipt = await typist.submit()
          if (receipt !== undefined) receipts.add(receipt)
          return receipt
        },
      }
    },
    submissions: () => receipts.size,
    count: () => saves + receipts.size,
    async lost(db) {
      const submissions = await db.selectFrom('submission').select('receipt').execute()
      const stored = new Set(submissions.map(({ receipt }) => receipt))
      const changes = await db
        .selectFrom('draft_change as c')
        .innerJoin('participant as p', 'p.id', 'c.participant_id')
        .select(['p.unit', 'c.value'])
        .execute()
      const changed = new Set(changes.map(({ unit, value }) => `${unit} ${value}`))
      const half = await db
        .selectFrom('draft_value as v')
        .leftJoin('draft_change as c', (join) =>
          join
            .onRef('c.participant_id', '=', 'v.participant_id')
            .onRef('c.field', '=', 'v.field')
            .onRef('c.rev', '=', 'v.rev')
            .onRef('c.value', '=', 'v.value'),
        )
        .select(['v.participant_id', 'v.field'])
        .where('c.rev', 'is', null)
        .execute()
      return [
        ...[...receipts].filter((receipt) => !stored.has(receipt)).map((receipt) => `submission ${receipt} is lost`),
        ...[...texts].flatMap(([unit, own]) =>
          own.filter((text) => !changed.has(`${unit} ${text}`)).map((text) => `${unit}: the save ${text} is lost`),
        ),
        ...half.map(({ participant_id, field }) => `${field} of ${participant_id} stands in no change`),
      ]
    },
  }
}
