import type { QuestionView } from '../../surveys/view/view.ts'
import { answers, instrument, questionViews, repeatedViews } from '../examples/example-answers.ts'
import { contact, hostile, inside } from '../examples/example-frame.ts'
import { complete, faulty, kindsViews } from '../examples/example-kinds-answers.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { SectionPage } from '../page-data/form-pages.ts'
import { query } from './query.examples.ts'

function section(id: string, changes: Partial<SectionPage> = {}): SectionPage {
  const index = instrument.sections.findIndex((one) => one.id === id)
  const link = (offset: number) => {
    const other = instrument.sections[index + offset]
    return other === undefined ? null : { href: `/erhebung/umfrage-1/117019/${other.id}`, title: other.title }
  }
  const { title, introduction } = instrument.sections[index] ?? { title: '', introduction: [] }
  return {
    id,
    heading: title,
    introduction,
    onlyIf: '',
    shut: '',
    position: `Abschnitt ${index + 1} von ${instrument.sections.length}`,
    questions: questionViews(id, answers),
    rev: 7,
    action: `/erhebung/umfrage-1/117019/${id}`,
    previous: link(-1),
    next: link(1),
    saved: 'Zuletzt gespeichert um 14:03 Uhr von KM',
    errors: [],
    notice: '',
    readOnly: false,
    open: null,
    queries: [],
    asks: '',
    closed: '',
    contact,
    done: { name: `erledigt.${id}`, checked: false },
    part: false,
    check: null,
    ...changes,
  }
}

const unreadable = (questions: QuestionView[]): SectionPage['errors'] =>
  questions.flatMap(({ body }) => {
    const fields = 'rows' in body ? body.rows : 'field' in body && 'error' in body.field ? [body.field] : []
    const faulty = fields.filter(({ error }) => error).map(({ name, error }) => ({ field: name, message: error }))
    return 'parts' in body ? unreadable(body.parts) : faulty
  })

const kinds = (questions: QuestionView[], changes: Partial<SectionPage> = {}) =>
  section('angaben', {
    heading: 'Alle Fragearten',
    introduction: [],
    previous: null,
    next: null,
    questions,
    ...changes,
  })

/** Some of the questions are asked only of some, every third is not asked, and each list has an item of which it is so. */
function filtered(question: QuestionView, place: number): QuestionView {
  const words = 'Nur wenn Sie in F1 „ja“ angegeben haben.'
  const closed = place % 3 === 1 ? 'Entfällt: Diese Frage stellen wir nur, wenn Sie in F1 „ja“ angegeben haben.' : ''
  const items = <Item extends object>(list: Item[]) =>
    list.map((item, at) =>
      at === 0 ? item : { ...item, asked: 'nur wenn in F1 „ja“ angegeben ist', closed: at === 1 },
    )
  const { body } = question
  const changed = {
    ...body,
    ...('rows' in body && { rows: items(body.rows) }),
    ...('options' in body && question.kind === 'choices' && { options: items(body.options) }),
    ...('steps' in body && { steps: items(body.steps) }),
  }
  return { ...question, body: changed, asked: place % 3 === 2 ? null : { words, closed } } as QuestionView
}

export const examples: Examples<'section'> = {
  key: { frame: inside('Angaben'), page: section('angaben', { notice: 'Gespeichert um 14:03 Uhr.' }) },
  choices: { frame: inside('Zielgruppe'), page: section('zielgruppe') },
  asked: {
    frame: inside('Zielpersonen', { open: false, asked: true, remaining: 'abgelaufen am 08.02.2019' }),
    page: section('zielpersonen', {
      open: { fields: ['zp_status_gestattung'], questions: ['zp_status'] },
      queries: [query, { ...query, id: 8, label: hostile, question: 'zp_gesamt' }],
      closed:
        'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen; ändern lässt sich nur noch, wonach wir zurückfragen.',
    }),
  },
  office: {
    frame: inside('Zielpersonen', { office: '/intern/erhebungen/umfrage-1/teilnehmende/117019' }),
    page: section('zielpersonen', {
      readOnly: true,
      queries: [{ ...query, href: '' }],
      asks: '/intern/erhebungen/umfrage-1/teilnehmende/117019/rueckfragen',
    }),
  },
  counts: { frame: inside('Zielpersonen'), page: section('zielpersonen') },
  name: {
    frame: inside('Angaben'),
    page: section('angaben', { questions: repeatedViews('angaben', { gkz: '117019' }) }),
  },
  states: {
    frame: inside('Zielpersonen'),
    page: section('zielpersonen', { questions: repeatedViews('zielpersonen', {}) }),
  },
  correcting: {
    frame: inside('Zielpersonen'),
    page: section('zielpersonen', {
      done: { name: 'erledigt.zielpersonen', checked: true },
      check: { from: 'pruefen.zp_status_summe', next: 'Nächster Hinweis: F16, F12' },
    }),
  },
  errors: {
    frame: inside('Zielpersonen'),
    page: section('zielpersonen', { errors: unreadable(questionViews('zielpersonen', answers)) }),
  },
  headings: { frame: inside('Bildung'), page: section('bildung', { saved: '' }) },
  last: {
    frame: inside('Anmerkungen'),
    page: section('anmerkungen', {
      heading: hostile,
      introduction: [hostile],
      saved: hostile,
      notice: hostile,
      errors: [
        { field: '', message: hostile },
        { field: 'anmerkungen', message: hostile },
      ],
    }),
  },
  kinds: { frame: inside('Alle Fragearten'), page: kinds(kindsViews({})) },
  kindsFilled: { frame: inside('Alle Fragearten'), page: kinds(kindsViews(complete)) },
  kindsFiltered: {
    frame: inside('Alle Fragearten'),
    page: kinds(kindsViews(complete).map(filtered), { onlyIf: 'Nur wenn Sie in F1 „ja“ angegeben haben.' }),
  },
  kindsFaulty: {
    frame: inside('Alle Fragearten'),
    page: kinds(kindsViews(faulty), { errors: unreadable(kindsViews(faulty)) }),
  },
  kindsReadOnly: {
    frame: inside('Alle Fragearten', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: kinds(kindsViews(complete), {
      readOnly: true,
      closed: 'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen, aber nicht mehr ändern.',
    }),
  },
  readOnly: {
    frame: inside('Zielpersonen', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: section('zielpersonen', {
      readOnly: true,
      closed: 'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen, aber nicht mehr ändern.',
    }),
  },
  readOnlyChoices: {
    frame: inside('Zielgruppe', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page: section('zielgruppe', {
      readOnly: true,
      closed: 'Die Frist ist abgelaufen. Sie können Ihre Angaben lesen, aber nicht mehr ändern.',
    }),
  },
}
