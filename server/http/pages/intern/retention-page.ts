import type { Operator } from '../../../../schemas/operator.ts'
import type { RetentionPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { Due } from '../../../retention/due.ts'
import { lasting, logRule, siteKinds, siteRules, waveRules } from '../../../retention/rules.ts'
import { dueWords, lastingWords, logTermWords, offerWords, rowsWords, termWords } from '../../../retention/words.ts'
import type { WaveTerm } from '../../../store/retention-terms.ts'
import { basisWords } from '../public/basis-words.ts'
import { notYet } from '../public/words.ts'
import { retentionHref } from './addresses.ts'

interface Known {
  facts: Partial<Operator>
  /** The title of each wave. */
  titles: ReadonlyMap<string, string>
  terms: readonly WaveTerm[]
  due: readonly Due[]
  last: Date | undefined
  /** How many days the log is kept. */
  logDays: number | null
  /** Whoever looks may say what came of an offer to an archive. */
  mayManage: boolean
  notice: string
}

/** What is kept until when, and what of it is due. */
export function retentionPage({ facts, titles, terms, due, last, logDays, mayManage, notice }: Known): RetentionPage {
  const rowsOf = (wave: string | null, kind: string) => {
    const found = due.find((one) => one.wave === wave && one.kind === kind)
    return found === undefined ? '' : rowsWords(found.rows)
  }
  return {
    href: retentionHref,
    waves: [...titles].map(([id, title]) => {
      const own = terms.filter(({ wave }) => wave === id)
      return {
        id,
        title,
        purpose: facts.waves?.[id]?.purpose ?? facts.answering?.purpose ?? notYet,
        synthetic: own.some(({ synthetic }) => synthetic),
        terms: own.map((term) => ({
          label: waveRules[term.kind].label,
          term: termWords(term),
          due: dueWords(term),
          offer: offerWords(term),
          rows: rowsOf(id, term.kind),
        })),
      }
    }),
    basis: basisWords(facts.privacy ?? {}),
    site: [
      ...siteKinds.map((kind) => {
        const { label, minutes, after } = siteRules[kind]
        return { label, term: `${lastingWords(minutes)} nach ${after}`, rows: rowsOf(null, kind) }
      }),
      { label: logRule.label, term: logTermWords(logDays), rows: rowsOf(null, 'log') },
    ],
    lasting: lasting.map(({ label, why }) => ({ label, why })),
    last: last === undefined ? 'noch nie' : dayAndTime(last),
    offers: mayManage
      ? terms
          .filter(({ archive, offered }) => archive && offered === null)
          .map(({ wave, kind }) => ({ wave, kind, label: waveRules[kind].label }))
      : [],
    notice,
  }
}
