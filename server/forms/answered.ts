import type { Raw } from '../../surveys/answer/cells.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { withoutOthers } from './asked-part.ts'
import type { AtWork } from './at-work.ts'
import { findingsElsewhere, type Whole } from './elsewhere.ts'
import { answer, answerSection, type Form, type FormSection } from './form.ts'

/** The answers of a form for whoever works in it, with all that does not fit in what they can change. */
export function answered({ form, visit, around, asked, whole }: AtWork, raw: Raw = visit.typed ?? {}): Answered {
  const all = withElsewhere(answer(form, raw, around), form, whole)
  return asked === undefined ? all : withoutOthers(all, asked)
}

/** The same of one section. */
export function answeredSection(
  { form, around, asked, whole }: Omit<AtWork, 'visit'>,
  shown: Pick<FormSection, 'checks'>,
  raw: Raw,
): Answered {
  const all = withElsewhere(answerSection(form, shown, raw, around), form, whole)
  return asked === undefined ? all : withoutOthers(all, asked)
}

const withElsewhere = (all: Answered, form: Form, whole: Whole | undefined): Answered =>
  whole === undefined ? all : { ...all, findings: [...all.findings, ...findingsElsewhere(whole, form, all.raw)] }
