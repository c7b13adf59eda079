import type { Register } from '../../surveys/reading/register.ts'
import type { AnswerRows } from '../../views/page-data/answer-rows.ts'
import type { PersonPaper } from '../../views/page-data/papers.ts'
import type { Db } from '../database/database.ts'
import { roles } from '../domain/rights.ts'
import type { Forms } from '../forms/form.ts'
import { privacyPage } from '../http/pages/public/privacy-page.ts'
import type { SiteOperator } from '../operator/site-operator.ts'
import { listTerms } from '../store/retention-terms.ts'
import { askedForms } from './asked-forms.ts'
import { blackOut } from './black-out.ts'
import type { PersonFound } from './find-person.ts'
import { type NamedText, nameTexts } from './name-texts.ts'
import { rightsUsed } from './rights-used.ts'

/** What somebody is told who asks what is kept of them (Art. 15 GDPR). */
export interface PersonRecord {
  madeAt: string
  /** What is the same for everybody: who keeps it, why, on which ground, who gets it, and for how long. */
  about: PersonPaper['about']
  texts: Omit<NamedText, 'address'>[]
  /** Forms that asked this very person: all that was answered in them. */
  forms: AskedForm[]
  initials: PersonPaper['initials']
  accounts: PersonPaper['accounts']
  /** What the register says of the person by number. */
  registered: PersonPaper['registered']
  /** What of it is not to be used, or was not for a time (Art. 18), and what was corrected on request (Art. 16). */
  restrictions: string[]
  corrections: string[]
}

export interface AskedForm {
  wave: string
  survey: string
  unit: string
  /** The draft, and every submission. */
  states: PersonPaper['forms'][number]['states']
}

interface Sources {
  db: Db
  forms: Forms
  register: Register
  operator: SiteOperator
}

/** All that was found of a person, to be handed out; the words of others in it are no longer readable. */
export async function personRecord(
  { db, forms, register, operator }: Sources,
  { texts, initials, asked, accounts, registered }: Omit<PersonFound, 'term'>,
  hidden: readonly string[],
): Promise<PersonRecord> {
  const named = await nameTexts({ db, forms, register }, texts)
  const own = await askedForms({ db, forms }, asked)
  const titles = new Map([...named, ...own].map(({ wave, survey }) => [wave, survey]))
  const { controller, purpose, basis, source, office, recipients, thirdCountries, retention, waves } = privacyPage(
    operator,
    titles,
    await listTerms(db),
  )
  const hide = (text: string) => blackOut(text, hidden)
  return {
    madeAt: new Date().toISOString(),
    about: {
      controller: [controller.name, ...controller.lines].join(', '),
      purpose,
      basis,
      source,
      recipients,
      thirdCountries,
      retention: [...retention, ...waves, ...office],
    },
    texts: named.map(({ address, ...one }) => ({ ...one, text: hide(one.text) })),
    forms: own.map((form) => ({ ...form, states: form.states.map((state) => hideIn(state, hide)) })),
    initials: initials.map(({ wave, unit, label }) => ({ wave, unit, label })),
    accounts: accounts.map(({ name, role }) => ({ name, role: roles[role] })),
    registered,
    ...(await rightsUsed({ db, forms }, { texts, asked })),
  }
}

function hideIn({ heading, answers }: AskedForm['states'][number], hide: (text: string) => string) {
  const rowsOf = ({ title, rows }: AnswerRows) => ({
    title,
    rows: rows.map((row) => ({ ...row, value: hide(row.value), comment: hide(row.comment) })),
  })
  return { heading, answers: answers.map(rowsOf) }
}
