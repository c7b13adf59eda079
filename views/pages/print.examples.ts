import type { Raw } from '../../surveys/answer/cells.ts'
import { answers, instrument, questionViews } from '../examples/example-answers.ts'
import { inside } from '../examples/example-frame.ts'
import { complete, kindsViews } from '../examples/example-kinds-answers.ts'
import type { Examples } from '../examples/page-examples.ts'

const sections = (raw: Raw) =>
  instrument.sections.map(({ id, title, introduction }) => ({
    title,
    introduction,
    onlyIf: '',
    shut: '',
    questions: questionViews(id, raw),
  }))

const paperHref = '/erhebung/umfrage-1/117019/papier/stand'

export const examples: Examples<'print'> = {
  filled: {
    frame: inside('Fragebogen'),
    page: { sections: sections(answers), saved: '14.01.2019, 14:03 Uhr', paperHref },
  },
  kinds: {
    frame: inside('Fragebogen'),
    page: {
      sections: [{ title: 'Alle Fragearten', introduction: [], onlyIf: '', shut: '', questions: kindsViews(complete) }],
      saved: '',
      paperHref,
    },
  },
  kindsBlank: {
    frame: inside('Fragebogen', { stichtag: '', synthetic: false }),
    page: {
      sections: [{ title: 'Alle Fragearten', introduction: [], onlyIf: '', shut: '', questions: kindsViews({}) }],
      saved: '',
      paperHref,
    },
  },
  blank: {
    frame: inside('Fragebogen', { stichtag: '', synthetic: false }),
    page: { sections: sections({}), saved: '', paperHref },
  },
}
