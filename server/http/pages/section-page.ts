import { doneField } from '../../../surveys/answer/draft-fields.ts'
import type { Question, Section } from '../../../surveys/compile/instrument.ts'
import { sectionAsked } from '../../../surveys/view/asked-view.ts'
import { viewQuestion } from '../../../surveys/view/question-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { SectionPage } from '../../../views/page-data/form-pages.ts'
import { berlinDay, whenSaved } from '../../domain/german-time.ts'
import type { AskedPart } from '../../forms/asked-part.ts'
import type { Form, FormSection } from '../../forms/form.ts'
import { unreadableFields } from '../../forms/form.ts'
import type { Query } from '../../store/queries.ts'
import type { Visit } from '../../store/visit.ts'
import { sectionHref } from './addresses.ts'
import { readOnlyWords } from './closed-words.ts'
import { queriesOfHref } from './intern/addresses.ts'
import { queryView } from './query-view.ts'

export interface SectionState {
  rev: number
  notice?: string
  /** Said at the head of the page, beside what cannot be read. */
  errors?: { field: string; message: string }[]
  check?: SectionPage['check']
  /** What alone can be changed, where it is not all. */
  asked?: AskedPart | undefined
  queries?: readonly Query[]
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
  const open = state.asked === undefined ? null : openIn(section, state.asked)
  return {
    id: section.id,
    heading: section.title,
    introduction: section.introduction,
    ...sectionAsked(section, answered.cells),
    position: `Abschnitt ${index + 1} von ${sections.length}`,
    questions: section.questions.map((question) => viewQuestion(question, answered)),
    rev: state.rev,
    action: sectionHref(visit, section.id),
    previous: link(index - 1),
    next: link(index + 1),
    saved: visit.savedAt === null ? '' : `Zuletzt gespeichert: ${whenSaved(visit.savedAt, visit.now)}`,
    errors: [...(state.errors ?? []), ...unreadableFields(shown, answered)],
    notice: state.notice ?? '',
    readOnly: (!visit.open && open === null) || visit.office === true,
    open,
    queries: (state.queries ?? [])
      .map((query) => queryView(query, form.instrument, visit, berlinDay(visit.now)))
      .filter(({ question }) => section.questions.some(({ id }) => id === question)),
    asks: visit.office ? queriesOfHref(visit.wave, visit.unit) : '',
    closed: visit.open ? '' : readOnlyWords(visit, state.asked !== undefined),
    contact,
    done: { name: doneField(section.id), checked: answered.raw[doneField(section.id)] === '1' },
    part: visit.delegation !== undefined,
    check: state.check ?? null,
  }
}

/** What of a section can be changed, with the questions that it belongs to; null where nothing can. */
function openIn({ questions }: Section, { fields }: AskedPart): SectionPage['open'] {
  const isOpen = ({ variables }: Question) => variables.some(({ name }) => fields.has(name))
  const all = questions.flatMap((question) => [question, ...question.parts]).filter(isOpen)
  if (all.length === 0) return null
  const names = all.flatMap(({ variables }) => variables.map(({ name }) => name)).filter((name) => fields.has(name))
  return { fields: [...new Set(names)], questions: all.map(({ id }) => id) }
}
