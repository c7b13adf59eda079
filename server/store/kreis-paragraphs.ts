import { sql } from 'kysely'
import type { SectionId } from '../../analysis/kreisbericht/sections.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from './staff-audit.ts'

/** What somebody wrote in a section of the report of a Kreis; blank where it was taken away. */
export interface KreisParagraph {
  section: SectionId
  revision: number
  text: string
  by: string
  at: Date
}

/** All that was ever written for a report, the newest of each section first. */
export async function paragraphHistory(
  db: Db,
  { kreis, year, section }: { kreis: string; year: number; section?: SectionId },
): Promise<KreisParagraph[]> {
  return db
    .selectFrom('kreis_paragraph as p')
    .innerJoin('staff.account as a', 'a.id', 'p.account_id')
    .select(['p.section', 'p.revision', 'p.text', 'a.name as by', 'p.at'])
    .where('p.kreis', '=', kreis)
    .where('p.year', '=', year)
    .$if(section !== undefined, (query) => query.where('p.section', '=', section ?? 'start'))
    .orderBy('p.section')
    .orderBy('p.revision', 'desc')
    .execute()
}

/** What stands in the report now. */
export async function presentParagraphs(db: Db, report: { kreis: string; year: number }): Promise<KreisParagraph[]> {
  const all = await paragraphHistory(db, report)
  const newest = new Map(all.toReversed().map((one) => [one.section, one]))
  return [...newest.values()].filter(({ text }) => text !== '')
}

interface Written {
  kreis: string
  year: number
  section: SectionId
  text: string
  by: number
  /** The revision that whoever writes has seen; 0: nothing was there. */
  seen: number
}

/** Keeps a text as a further revision. False where somebody else wrote one since it was seen. */
export async function writeParagraph(db: Db, { kreis, year, section, text, by, seen }: Written): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const lock = `kreis_paragraph ${kreis} ${year} ${section}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx)
    const [newest] = await paragraphHistory(trx, { kreis, year, section })
    if ((newest?.revision ?? 0) !== seen) return false
    if ((newest?.text ?? '') === text) return true
    const revision = seen + 1
    await trx.insertInto('kreis_paragraph').values({ kreis, year, section, revision, text, account_id: by }).execute()
    await noteStaff(trx, {
      action: 'paragraph_written',
      accountId: by,
      detail: { kreis, year, section, revision, isBlank: text === '' },
    })
    return true
  })
}
