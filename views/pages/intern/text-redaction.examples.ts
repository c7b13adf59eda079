import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextRedactionPage } from '../../page-data/text-pages.ts'

const frame = intern('Schwärzen umfrage-3', 'Texte')
const page: TextRedactionPage = {
  ...ofWave,
  notice: 'Die Entscheidung ist gespeichert.',
  href: `${ofWave.textsHref}/schwaerzen/12`,
  releasesHref: `${ofWave.textsHref}/freigabe`,
  question: 'F6: Worum geht es in der Beratung?',
  from: '117000-001 (117000-001)',
  pieces: [
    { text: 'Das Amt in ', number: 0 },
    { text: 'Göppingen', number: 1 },
    { text: ` ist weit von ${hostile}`, number: 0 },
    { text: 'Hausen', number: 2 },
  ],
  parts: [
    {
      id: 1,
      number: 1,
      said: 'Göppingen',
      replacement: '[Name der Kommune]',
      why: 'So heißt eine Kommune.',
      state: 'vorgeschlagen',
      isOpen: true,
      everywhereHref: `${ofWave.textsHref}/schwaerzen/12/stelle/1`,
    },
    {
      id: 2,
      number: 2,
      said: 'Hausen',
      replacement: '[Name]',
      why: 'Das kann auch etwas anderes heißen.',
      state: 'bleibt stehen (k.meier)',
      isOpen: false,
      everywhereHref: `${ofWave.textsHref}/schwaerzen/12/stelle/2`,
    },
  ],
  kinds: [
    { value: 'kommune', label: '[Name der Kommune]', selected: false },
    { value: 'name', label: '[Name]', selected: true },
  ],
  typed: '',
  wording: 'Das Amt in Göppingen ist weit von Hausen',
  isReady: false,
  state: 'Vorgelegt von k.meier, wartet auf ein zweites Konto.',
}

export const examples: Examples<'intern/text-redaction'> = {
  some: { frame, page },
  ready: {
    frame,
    page: { ...page, notice: '', parts: [], pieces: [{ text: 'Gut.', number: 0 }], isReady: true, state: '' },
  },
  refused: {
    frame,
    page: {
      ...page,
      notice: '',
      typed: hostile,
      errors: [
        { field: 'wort', message: 'Diese Wörter stehen so nicht im Text.' },
        { field: 'vorlegen', message: 'Zu diesem Text ist noch nicht alles entschieden.' },
      ],
    },
  },
}
