import { qualifications } from '../../analysis/qualifications/qualification.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { Db } from '../database/database.ts'
import { type PersonFacts, personFacts } from '../store/funding-list.ts'

/** What the register says of a person, known by a number alone: where with what share, how qualified, what further training. */
export interface Registered {
  number: string
  facts: string[]
}

/** What is known of a number, as sentences; none where the register has nothing but the number. */
export async function findRegistered(db: Db, term: string): Promise<Registered[]> {
  if (!/^\d{6}-\d{3}$/.test(term)) return []
  const facts = factsOf(await personFacts(db, term))
  return facts.length === 0 ? [] : [{ number: term, facts }]
}

function factsOf({ postings, qualifications: qualified, trainings }: PersonFacts): string[] {
  return [
    ...postings.map((one) => `eingesetzt bei ${one.empfaenger} mit ${formatNumber(one.vzae)} VZÄ, ${span(one)}`),
    ...qualified.map((one) => `Qualifikation: ${qualifications[one.art]}${requalified(one)}, ${span(one)}`),
    ...trainings.map((am) => `Fortbildung am ${formatDate(am)}`),
  ]
}

function requalified(one: PersonFacts['qualifications'][number]): string {
  if (one.nachqualifizierung_entfaellt) return ', Nachqualifizierung entfällt'
  if (one.nachqualifizierung_ab === null) return ''
  const until = one.nachqualifizierung_bis === null ? '' : ` bis ${formatDate(one.nachqualifizierung_bis)}`
  return `, Nachqualifizierung ab ${formatDate(one.nachqualifizierung_ab)}${until}`
}

const span = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }) =>
  `ab ${formatDate(valid_from)}${valid_to === null ? '' : ` bis ${formatDate(valid_to)}`}`
