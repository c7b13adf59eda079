import { factsAtEnds, yearsOf } from '../../analysis/kreisbericht/facts-at-ends.ts'
import { mergeFacts } from '../../analysis/kreisbericht/merge-facts.ts'
import type { KreisFacts, OwnParagraph } from '../../schemas/kreisbericht.ts'
import type { RouteContext } from '../boot/context.ts'
import { berlinDay } from '../domain/german-time.ts'
import type { Snapshot } from '../store/panel-answers.ts'
import { registerFacts, signedFacts } from './register-facts.ts'
import { surveyFacts } from './survey-facts.ts'

/** The year in which the programme began. */
const firstYear = 2017

/** What of a Kreis is told for a year, and held against an earlier one. */
export interface ReportOfYear {
  facts: KreisFacts
  snapshot: Snapshot
  year: number
  /** Undefined: against none. */
  compared: number | undefined
  /** Those that may be asked for, the newest first. */
  years: readonly number[]
}

export interface AskedYears {
  year?: number | undefined
  /** Null: against none; left out: the one before. */
  compared?: number | null | undefined
}

/** What register, Kennzahlen and surveys say of a Kreis at the end of a year and of one before; of the running year until today. */
export async function reportOfYear(
  context: Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>,
  kreis: string,
  asked: AskedYears,
): Promise<ReportOfYear> {
  const { db, pool, forms } = context
  const today = berlinDay(new Date())
  const thisYear = Number(today.slice(0, 4))
  const { facts: surveys, snapshot, days } = await surveyFacts({ db, pool }, forms, kreis)
  const signed = await signedFacts(context, kreis)
  const told = [...yearsOf({ kreis: '', ...signed.facts }), ...yearsOf(surveys)].filter((one) => one <= thisYear)
  const first = Math.min(firstYear, ...told)
  const years = Array.from({ length: thisYear - first + 1 }, (_, place) => thisYear - place)
  const newest = signed.newest === '' ? Math.max(...told) : Number(signed.newest.slice(0, 4))
  const year = [asked.year, newest].find((one) => one !== undefined && years.includes(one)) ?? thisYear - 1
  const before = years.filter((one) => one < year)
  const usual = before.find((one) => told.includes(one)) ?? before[0]
  const compared = asked.compared === null ? undefined : (before.find((one) => one === asked.compared) ?? usual)
  const asOf = year === thisYear ? today : `${year}-12-31`
  const register = await registerFacts(db, kreis, asOf, compared === undefined ? [] : [`${compared}-12-31`])
  const participation = surveys.participation?.filter(({ survey }) => (days.get(survey) ?? '') <= asOf) ?? []
  const merged = [register, signed.facts, { ...surveys, participation }].reduce<KreisFacts>(
    (known, more) => mergeFacts(known, { kreis: surveys.kreis, ...more }),
    { kreis: surveys.kreis, asOf },
  )
  return {
    ...{ snapshot, year, compared, years },
    facts: factsAtEnds(merged, compared === undefined ? [year] : [compared, year]),
  }
}

/** The same with what somebody wrote between. */
export const withParagraphs = (facts: KreisFacts, paragraphs: readonly OwnParagraph[]): KreisFacts => ({
  ...facts,
  paragraphs: [...paragraphs],
})
