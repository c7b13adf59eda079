import { testApp } from '../../support/app.ts'
import { type Sender, submit, write } from '../../support/hand-in.ts'
import { manyPeople } from '../../support/many-people.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

/** Requests that are under way at a time: more than both servers have connections, fewer than would wait too long for one. */
const underWay = 32

export const doubleSubmissions: Recipe = {
  ...promised.double,
  async run(t, { planted, amount }) {
    /** As many as there are Kommunen, or some of them. */
    const count = amount(200, 1_000)
    const copies = amount(2, 16)
    const { app, another, db, owner } = await testApp(t, { id: 'vorab' })
    const people = await manyPeople(db, count)
    if (planted) await owner.pool.query('drop index submission_once_per_revision cascade')
    const two = await Promise.all([app, await another()].map((one) => one.listen({ host: '127.0.0.1', port: 0 })))
    const bases = Array.from({ length: copies }, (_, copy) => two[copy % two.length] ?? '')
    const senders = people.map((person): Sender => ({ base: bases[0] ?? '', ...person }))

    const receipts = await handIn(senders, bases)
    const stored = await db.selectFrom('submission').select(['receipt', 'participant_id', 'revision']).execute()

    const correcting = senders.slice(0, 50)
    const corrected = await Promise.all(
      correcting.map(async (sender) => {
        await write(sender, 'anmerkungen', 'anmerkungen', 'Eine Zahl war falsch.')
        return submit(sender, bases.slice(0, 2))
      }),
    )
    const known = new Set(stored.map(({ receipt }) => receipt))
    const revisions = await db
      .selectFrom('submission')
      .select(({ fn }) => ['revision', fn.countAll<number>().as('rows')])
      .groupBy('revision')
      .orderBy('revision')
      .execute()
    const told = revisions.map(({ revision, rows }) => `${rows} of revision ${revision}`).join(', ')
    return {
      done: `submissions, each sent ${copies} times at once`,
      times: count,
      faults: [
        ...receipts.filter((one) => !areSame(one)).map((one) => `copies got different answers: ${one}`),
        ...unless(new Set(receipts.flat()).size === count, 'two Kommunen got the same receipt'),
        ...unless(stored.length === count, `${stored.length} submissions are stored of ${count}`),
        ...unless(new Set(stored.map(({ participant_id }) => participant_id)).size === count, 'a Kommune has none'),
        ...unless(
          stored.every(({ revision }) => revision === 1),
          'a copy became a revision',
        ),
        ...corrected
          .filter((one) => !areSame(one))
          .map((one) => `copies of a correction got different answers: ${one}`),
        ...unless(!corrected.flat().some((receipt) => known.has(receipt ?? '')), 'a correction got an old receipt'),
        ...unless(told === `${count} of revision 1, ${correcting.length} of revision 2`, `stored are ${told}`),
      ],
    }
  },
}

const areSame = ([first, ...others]: readonly (string | undefined)[]) =>
  first !== undefined && others.every((one) => one === first)

async function handIn(senders: readonly Sender[], bases: readonly string[]): Promise<(string | undefined)[][]> {
  const answers: (string | undefined)[][] = []
  const waiting = [...senders]
  const hands = Array.from({ length: Math.ceil(underWay / bases.length) }, async () => {
    for (let sender = waiting.pop(); sender !== undefined; sender = waiting.pop())
      answers.push(await submit(sender, bases))
  })
  await Promise.all(hands)
  return answers
}
