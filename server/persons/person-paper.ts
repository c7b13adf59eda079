import type { PersonPaper } from '../../views/page-data/papers.ts'
import { dayAndTime } from '../domain/german-time.ts'
import { byPlace } from './name-texts.ts'
import type { PersonRecord } from './person-record.ts'

/** What is kept of a person as a letter to them: form by form, what they wrote and when. */
export function personPaper({
  madeAt,
  about,
  texts,
  forms,
  initials,
  accounts,
  registered,
  ...used
}: PersonRecord): PersonPaper {
  return {
    madeAt: dayAndTime(new Date(madeAt)),
    about,
    places: byPlace(texts).map(({ texts: own, ...place }) => ({
      ...place,
      texts: own.map(({ question, label, text, state, at }) => ({
        question,
        label,
        text,
        state,
        at: dayAndTime(new Date(at)),
      })),
    })),
    forms: forms.map(({ wave, survey, unit, states }) => ({ title: `${survey} (${wave})`, unit, states })),
    initials,
    accounts,
    registered,
    restrictions: used.restrictions,
    corrections: used.corrections,
  }
}
