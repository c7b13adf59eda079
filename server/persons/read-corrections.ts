import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { type Correction, changesIn } from './correct.ts'
import { formAsked } from './correctable.ts'
import { newErrors } from './corrected-submission.ts'
import { correctedText } from './corrected-text.ts'

interface Sources {
  db: Db
  forms: Forms
  register: Register
}

/** What somebody typed in place of texts, as the fields take it; each with why it cannot be corrected so, or ''. */
export async function readCorrections(
  sources: Sources,
  texts: readonly Correction[],
): Promise<(Correction & { fault: string })[]> {
  const read: (Correction & { fault: string })[] = []
  for (const one of texts) read.push(await readCorrection(sources, one))
  return read
}

async function readCorrection({ db, forms, register }: Sources, one: Correction) {
  const asked = await formAsked(db, forms, one.participantId)
  const typed = correctedText(asked.form, one.field, one.after)
  if ('fault' in typed) return { ...one, ...typed }
  const after = typed.text
  if (after.trim() === one.before.trim()) return { ...one, fault: 'Das ist derselbe Text.' }
  const { submittedUnder, current } = asked
  const { submission, contact, unit } = current
  const changes = changesIn(asked, [{ ...one, after }], 'submitted')
  const [fault = ''] = submission ? newErrors(submittedUnder, submission, { contact, changes }, { unit, register }) : []
  return { ...one, after, fault }
}
