import type { PersonRequest } from '../store/person-requests.ts'
import { stillChosen } from './chosen.ts'
import type { PersonFound } from './find-person.ts'
import type { Proof } from './request-content.ts'

type Found = Omit<PersonFound, 'term'>

/** What shows of an erasure that it was done, from what was found before and after. */
export function proofOf({ chosen }: Pick<PersonRequest, 'chosen'>, before: Found, after: Found): Omit<Proof, 'erased'> {
  const count = (found: Found) => {
    const { texts, initials, asked } = stillChosen(found, chosen, null)
    return { chosen: texts.length + initials.length + asked.length, found: found.texts.length + found.initials.length }
  }
  const meant = stillChosen(before, chosen, null).texts
  const submitted = meant.filter(({ table }) => table === 'public.submission').map(({ at }) => at.getTime())
  return {
    before: count(before),
    after: count(after),
    waves: [...new Set(meant.flatMap(({ wave }) => wave ?? []))],
    submittedSince: submitted.length === 0 ? null : new Date(Math.min(...submitted)).toISOString(),
  }
}
