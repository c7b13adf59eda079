import { wayOver } from '../../surveys/ways/load-ways.ts'
import type { Db } from '../database/database.ts'
import { waveOfYear } from '../store/wave-of-year.ts'

interface AskedWave {
  id: string
  survey: string
  stichtag: string | null
  test: boolean
}

/** The wave with which the figures of a wave go up: itself, or that of the persons in the same year; undefined where they stay. */
export async function waveOfWay(db: Db, { id, survey, stichtag, test }: AskedWave): Promise<string | undefined> {
  const way = await wayOver(survey)
  if (way === undefined || stichtag === null || test) return undefined
  const [{ survey: lowest = '' }] = way.levels
  return lowest === survey ? id : waveOfYear(db, lowest, Number(stichtag.slice(0, 4)))
}
