import t from 'tap'
import { amount } from '../support/amount.ts'
import { testApp } from '../support/app.ts'
import { type Sender, submit, write } from '../support/hand-in.ts'
import { manyPeople } from '../support/many-people.ts'

/** As many as there are Kommunen, or some of them. */
const count = amount(200, 1_000)

t.test(
  `${count} submissions, each sent twice at the same moment to two servers: as many rows and receipts`,
  async (t) => {
    const { app, another, db } = await testApp(t, { id: 'vorab' })
    const people = await manyPeople(db, count)
    const bases = await Promise.all([app, await another()].map((one) => one.listen({ host: '127.0.0.1', port: 0 })))
    const [base = ''] = bases
    const senders = people.map((person): Sender => ({ base, ...person }))
    const answers: (string | undefined)[][] = []
    const waiting = [...senders]
    const hands = Array.from({ length: 16 }, async () => {
      for (let sender = waiting.pop(); sender !== undefined; sender = waiting.pop())
        answers.push(await submit(sender, bases))
    })
    await Promise.all(hands)

    t.ok(
      answers.every(([one, two]) => one !== undefined && one === two),
      'both copies get the same receipt',
    )
    t.equal(new Set(answers.flat()).size, count)
    const stored = await db.selectFrom('submission').select(['receipt', 'participant_id', 'revision']).execute()
    t.equal(stored.length, count)
    t.equal(new Set(stored.map(({ participant_id }) => participant_id)).size, count)
    t.ok(stored.every(({ revision }) => revision === 1))

    const correcting = senders.slice(0, 50)
    const corrected = await Promise.all(
      correcting.map(async (sender) => {
        await write(sender, 'anmerkungen', 'anmerkungen', 'Eine Zahl war falsch.')
        return submit(sender, bases)
      }),
    )
    t.ok(
      corrected.every(([one, two]) => one !== undefined && one === two),
      'a correction, sent twice as well, has one receipt',
    )
    const known = new Set(stored.map(({ receipt }) => receipt))
    t.notOk(corrected.flat().some((receipt) => known.has(receipt ?? '')))
    const revisions = await db
      .selectFrom('submission')
      .select(({ fn }) => ['revision', fn.countAll<number>().as('rows')])
      .groupBy('revision')
      .orderBy('revision')
      .execute()
    t.strictSame(revisions, [
      { revision: 1, rows: count },
      { revision: 2, rows: correcting.length },
    ])
  },
)
