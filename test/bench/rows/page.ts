import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Shot } from '../fire.ts'
import { plainPage } from '../plain-page.ts'
import { answeredFields, section } from '../questionnaire.ts'
import type { Row } from '../row.ts'

const requests = 2_500

/** The page of a section with 150 fields and saved answers, for somebody who is logged in. */
export const page: Row = {
  name: 'page',
  title: 'Seite mit 150 Feldern und gespeicherten Angaben',
  bare: 'bare-page',
  budget: 0.55,
  connections: 50,
  rounds: 7,
  async prepare({ newWave, instrument }, ours, folder) {
    const guests = await newWave('seite')
    const shots = guests.map(({ wave, cookie }): Shot => {
      return { method: 'GET', path: `/erhebung/${wave}/abschnitt/${section}`, headers: { cookie } }
    })
    const [first] = shots
    const answer = await fetch(`${ours.url}${first?.path}`, { headers: first?.headers ?? {} })
    const plain = plainPage(await answer.text(), answeredFields(instrument))
    const file = join(folder, 'page.json')
    await writeFile(file, JSON.stringify(plain))
    return {
      env: { BENCH_PAGE: file },
      ours: () => Array.from({ length: requests }, (_, index) => shots[index % shots.length] as Shot),
      bare: () => Array.from({ length: requests }, () => ({ method: 'GET', path: '/', headers: {} })),
      status: { ours: 200, bare: 200 },
      verify: async () => undefined,
    }
  },
}
