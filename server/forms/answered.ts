import type { Raw } from '../../surveys/answer/cells.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { withoutOthers } from './asked-part.ts'
import type { AtWork } from './at-work.ts'
import { answer, answerSection, type FormSection } from './form.ts'

/** The answers of a form for whoever works in it, with all that does not fit in what they can change. */
export function answered({ form, visit, around, asked }: AtWork, raw: Raw = visit.typed ?? {}): Answered {
  const all = answer(form, raw, around)
  return asked === undefined ? all : withoutOthers(all, asked)
}

/** The same of one section. */
export function answeredSection({ form, around, asked }: AtWork, shown: FormSection, raw: Raw): Answered {
  const all = answerSection(form, shown, raw, around)
  return asked === undefined ? all : withoutOthers(all, asked)
}
