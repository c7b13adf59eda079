import { doneField } from '../../../surveys/answer/draft-fields.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { SectionPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { Form, FormSection } from '../../forms/form.ts'
import { unreadableFields } from '../../forms/form.ts'
import type { Visit } from '../../store/visit.ts'
import { sectionHref } from './addresses.ts'
import { readOnlyWords } from './closed-words.ts'

export interface SectionState {
  rev: number
  notice?: string
  /** Said at the head of the page, beside what cannot be read. */
  errors?: { field: string; message: string }[]
  check?: SectionPage['check']
}

/** Everything that the page of a section shows. */
export function sectionPage(
  form: Form,
  shown: FormSection,
  answered: Answered,
  visit: Visit,
  contact: Contact,
  state: SectionState,
): SectionPage {
  const { section, index } = shown
  const { sections } = form.instrument
  const link = (at: number) => {
    const other = sections[at]
    return other === undefined ? null : { href: sectionHref(visit, other.id), title: other.title }
  }
  return {
    id: section.id,
    heading: section.title,
    introduction: section.introduction,
    position: `Abschnitt ${index + 1} von ${sections.length}`,
    questions: section.questions.map((question) => viewQuestion(question, answered)),
    rev: state.rev,
    action: sectionHref(visit, section.id),
    previous: link(index - 1),
    next: link(index + 1),
    saved: visit.savedAt === null ? '' : `Zuletzt gespeichert: ${whenSaved(visit.savedAt, visit.now)}`,
    errors: [...(state.errors ?? []), ...unreadableFields(shown, answered)],
    notice: state.notice ?? '',
    readOnly: !visit.open || visit.office === true,
    closed: visit.open ? '' : readOnlyWords(visit),
    contact,
    done: { name: doneField(section.id), checked: answered.raw[doneField(section.id)] === '1' },
    check: state.check ?? null,
  }
}
