import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { MailTemplatePage } from '../../page-data/mail-pages.ts'

const frame = intern('Einladung mit Zugangscode', 'Post')
const page: MailTemplatePage = {
  title: 'Einladung mit Zugangscode',
  facts: [
    { label: 'Wann', value: 'zur geplanten Stunde; der Code wird in diesem Augenblick gezogen' },
    { label: 'An', value: 'alle, die noch keinen Zugangscode haben und nicht abgesagt haben' },
    { label: 'Wie oft', value: 'einmal je Teilnehmer' },
    { label: 'Betreff', value: '{{erhebung}}: Ihr Zugang' },
  ],
  gaps: [{ label: 'anrede', value: '„Guten Tag“, mit der Ansprechperson, falls eine bekannt ist' }],
  problems: [],
  action: '/intern/post/vorlagen/einladung',
  waves: [{ value: 'umfrage-1', label: 'Umfrage zur Lage der Geflüchteten vor Ort', selected: true }],
  unit: '117019',
  error: '',
  preview: {
    whom: 'Donzdorf (117019)',
    to: 'umfrage@donzdorf.example',
    subject: 'Umfrage zur Lage der Geflüchteten vor Ort: Ihr Zugang',
    body: `Guten Tag ${hostile},\n\nIhr Zugangscode:\nMUST-ERCO-DEGI-LTNI`,
    htmlHref: '/intern/post/vorlagen/einladung/html?welle=umfrage-1&einheit=117019',
    fits: 'ja',
  },
}

export const examples: Examples<'intern/mail-template'> = {
  preview: { frame, page },
  faulty: {
    frame,
    page: {
      ...page,
      unit: hostile,
      error: 'Niemand mit dieser Kennung nimmt an der Erhebung teil.',
      problems: [
        'einladung.txt: Zeile 3: Die Lücke {{gemeinde}} gibt es in dieser Vorlage nicht. Es gibt hier: {{kommune}}.',
      ],
      preview: null,
    },
  },
}
