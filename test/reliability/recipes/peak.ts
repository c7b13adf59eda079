import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../../../server/project-root.ts'
import { keepAcknowledged } from '../../support/acknowledged.ts'
import { testApp } from '../../support/app.ts'
import { startChild } from '../../support/child.ts'
import { manyPeople } from '../../support/many-people.ts'
import type { Typist } from '../../support/typist.ts'
import { planting } from '../planting.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

const allowed = new Set([200, 303, 429, 503])
const savesEach = 8
/** So soon after the last of the peak everything is as before: several answers one after the other, each within a second. */
const recovery = { within: 10_000, answers: 5, each: 1_000 }

export const peaks: Recipe = {
  ...promised.peak,
  async run(t, { planted, amount }) {
    const [clients, seconds] = [amount(100, 1_000), amount(3, 60)]
    const { db, pool } = await testApp(t, { id: 'vorab' })
    const persons = await manyPeople(db, clients)
    const server = startChild(
      [...(planted ? planting('keeps-connections') : []), join(projectRoot, 'server', 'stichtag.js'), 'serve'],
      {
        DATABASE_URL: pool.options.connectionString,
        STICHTAG_SECRET: 'x'.repeat(40),
        PORT: '0',
        LOG_LEVEL: 'fatal',
      },
    )
    t.teardown(async () => {
      server.process.kill('SIGKILL')
      await server.ended
    })
    const [base = ''] = /http:\S+/.exec(await server.line(/^Stichtag läuft/)) ?? []
    const acknowledged = keepAcknowledged()
    const answers = new Map<string, number>()
    const note = (answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1)
    const typists = persons.map((person) => acknowledged.typist({ base, ...person }, (status) => note(String(status))))
    const end = Date.now() + seconds * 1_000
    await Promise.all(
      typists.map(async (typist) => {
        for (let number = 1; Date.now() < end; number += 1) {
          try {
            if (number % savesEach === 0) await typist.submit()
            else await typist.save()
          } catch (error) {
            note(`no answer (${error})`)
          }
        }
      }),
    )
    const [first] = typists
    const took = first === undefined ? Number.NaN : await untilAsBefore(first)
    const told = [...answers].map(([answer, often]) => `${often} × ${answer}`)
    return {
      done: `clients at once for ${seconds} s, answered with ${told.join(', ')}; as before after ${took} ms`,
      times: clients,
      faults: [
        ...[...answers.keys()]
          .filter((answer) => !allowed.has(Number(answer)))
          .map((answer) => `answered with ${answer}`),
        ...unless(took <= recovery.within, `not as before within ${recovery.within} ms`),
        ...(await acknowledged.lost(db)),
      ],
    }
  },
}

/** Milliseconds until several saves one after the other are quick; more than is allowed where they do not become so. */
async function untilAsBefore(typist: Typist): Promise<number> {
  const began = Date.now()
  for (let quick = 0; Date.now() - began <= recovery.within; ) {
    const asked = Date.now()
    const isKept = await typist.save().catch(() => false)
    quick = isKept && Date.now() - asked <= recovery.each ? quick + 1 : 0
    if (quick === recovery.answers) return Date.now() - began
    if (quick === 0) await sleep(50)
  }
  return Number.POSITIVE_INFINITY
}
