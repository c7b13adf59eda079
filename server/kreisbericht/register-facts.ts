import { factsFromRegister } from '../../analysis/kreisbericht/from-register.ts'
import { factsFromSigned, type SignedYear } from '../../analysis/kreisbericht/from-signed.ts'
import type { SurveyFacts } from '../../analysis/kreisbericht/merge-facts.ts'
import { personsOn } from '../../analysis/qualifications/persons-on.ts'
import type { Db } from '../database/database.ts'
import { berlinDay } from '../domain/german-time.ts'
import { figuresOfKreis } from '../rollup/figures-of-kreis.ts'
import { kommunenOfKreis, provisionsOfKreis } from '../store/funding-list.ts'
import { everyEinsatz, isFundingSynthetic } from '../store/funding-rows.ts'
import { listWaves } from '../store/waves.ts'

type Found = Omit<SurveyFacts, 'kreis'>

/** What the register knows of a Kreis: who carries out what on a day, and who works there then and on days before. */
export async function registerFacts(db: Db, kreis: string, day: string, before: readonly string[]): Promise<Found> {
  const postings = await everyEinsatz(db)
  const days = [...new Set([...before, day])]
  const facts = factsFromRegister({
    ...{ kreis, day },
    staff: days.map((one) => ({ day: one, persons: personsOn(one, { postings, qualified: [], trainings: [] }) })),
    kommunen: await kommunenOfKreis(db, kreis, day),
    provisions: await provisionsOfKreis(db, kreis, day),
  })
  const isUsed = facts.providers !== undefined || Object.keys(facts.figures ?? {}).length > 0
  return { ...facts, ...(isUsed && (await isFundingSynthetic(db)) && { invented: true }) }
}

/** The Kennzahlen of a Kreis, and the last day of the newest that it signed; invented ones only as long as there are no others. */
export async function signedFacts(
  context: Parameters<typeof figuresOfKreis>[0],
  kreis: string,
): Promise<{ facts: Found; newest: string }> {
  const waves = (await listWaves(context.db)).filter(({ test }) => !test)
  const found = await figuresOfKreis(
    context,
    kreis,
    waves.map(({ id }) => id),
  )
  const all = found.flatMap(({ read, state }) => (state === undefined ? [] : [{ read, state }]))
  const real = all.filter(({ read }) => !read.synthetic)
  const used = (real.length > 0 ? real : all).toReversed()
  const years = used.map(({ read, state: { signed, signedSums, sources } }): SignedYear => {
    const { way, year, levels, surveys } = read
    const kinds = [...surveys.values()].flatMap(({ questions }) => questions.get('beratung_ort')?.variables ?? [])
    const persons = `${levels[0]?.id}/`
    const recipients = [...sources].filter((source) => !source.startsWith(persons))
    return {
      ...{ title: way.title, year, signed: signed && berlinDay(new Date(signed.at)), sums: signedSums },
      kinds: new Map(kinds.flatMap(({ name, role, label }) => (role === 'item' ? [[name, label]] : []))),
      isOwn: recipients.every((source) => source.endsWith(`/${kreis}000`)),
    }
  })
  const newest = years.findLast(({ signed }) => signed !== undefined)?.year
  const isInvented = used.length > 0 && real.length === 0
  return {
    facts: { ...factsFromSigned(years), ...(isInvented && { invented: true }) },
    newest: newest === undefined ? '' : `${newest}-12-31`,
  }
}
