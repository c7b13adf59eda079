import { type Terms, waveRules } from './rules.ts'

const term = (days: number | null) => ({ days, archive: false })

/** What holds for a wave that says nothing else. */
export const defaultTerms: Terms = {
  contact: term(waveRules.contact.days),
  drafts: term(waveRules.drafts.days),
  initials: term(waveRules.initials.days),
  codes: term(waveRules.codes.days),
  origin: term(waveRules.origin.days),
}
