import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import type { Given } from '../../analysis/screening/gather.ts'
import type { Facts } from '../../server/demo/facts.ts'
import { inventParticipants } from '../../server/demo/participants.ts'
import { readProfile } from '../../server/demo/profile.ts'
import { projectRoot } from '../../server/project-root.ts'
import { readGemeinden, readKreise } from '../../server/registry/read-registry.ts'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { lastNames } from '../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { published } from './published.ts'

export interface ScreenedWorld {
  instrument: Instrument
  register: Register
  units: PanelUnit[]
  given: Map<string, Given>
  last: Map<string, LastWave>
}

/** All Kommunen with invented answers to Umfragen 1 and 4, without a database. */
export async function screenedWorld(): Promise<ScreenedWorld> {
  const [kreise, gemeinden] = await Promise.all([rowsOf('kreise.csv'), rowsOf('gemeinden.csv')])
  const kreisOf = new Map(readKreise(kreise, 'kreise.csv').rows.map((one) => [one.kreis, one]))
  const kommunen = readGemeinden(gemeinden, 'gemeinden.csv', new Set(kreisOf.keys())).rows
  const register: Register = {
    gemeinden: new Map(kommunen.map(({ gkz, name, population }) => [gkz, { name, einwohner: population ?? 0 }])),
    kreise: new Map([...kreisOf].map(([kreis, { typ, name }]) => [kreis, `${typ} ${name}`])),
    verbuende: new Map(),
  }
  const units = kommunen.map(({ gkz, name, kreis, population }): PanelUnit => {
    const { typ = '', name: kreisName = '', regierungsbezirk = '' } = kreisOf.get(kreis) ?? {}
    return {
      unit: gkz,
      name,
      kreis,
      kreisName: `${typ} ${kreisName}`,
      regierungsbezirk,
      einwohner: population ?? undefined,
    }
  })
  const [before, instrument] = [await published('umfrage-1'), await published('umfrage-4')]
  const facts = units.map(
    ({ unit, name, einwohner = 0 }): Facts => ({ unit, name, einwohner, gemeinden: [`${unit} ${name}`] }),
  )
  const first = await invent(before, facts, register)
  const names = lastNames(await loadConcordances(), before, instrument)
  const last = new Map([...first].map(([unit, { answers }]) => [unit, lastWaveOf(names, answers)]))
  const later = facts.map((one) => {
    const earlier = last.get(one.unit)?.values
    return earlier === undefined ? one : { ...one, earlier }
  })
  return { instrument, register, units, given: await invent(instrument, later, register), last }
}

const rowsOf = (file: string) => readFile(join(projectRoot, 'server/registry', file), 'utf8')

async function invent(
  instrument: Instrument,
  facts: readonly Facts[],
  register: Register,
): Promise<Map<string, Given>> {
  const file = join(projectRoot, `server/demo/profiles/${instrument.id}.json`)
  const invented = readProfile(JSON.parse(await readFile(file, 'utf8')))
  // A few more than in the demo world answer.
  const profile = { ...invented, response: { ...invented.response, base: invented.response.base + 0.06 } }
  const asked = facts.map((one, id) => ({ id, facts: one }))
  return new Map(
    inventParticipants(instrument, profile, asked, register).flatMap(({ participantId, justifications, submitted }) => {
      const unit = facts[participantId]?.unit
      return submitted === undefined || unit === undefined
        ? []
        : [[unit, { answers: submitted.content.answers, justifications }] as const]
    }),
  )
}

function lastWaveOf(names: ReadonlyMap<string, string>, answers: Given['answers']): LastWave {
  const values = [...names].flatMap(([name, before]) => {
    const value = answers[before]
    return typeof value === 'number' ? [[name, value] as const] : []
  })
  return { wave: 'umfrage-1', title: '', stichtag: '', values: new Map(values) }
}
