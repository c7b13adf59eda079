import type { Questionnaire } from '../../schemas/questionnaire.ts'

/** A questionnaire in the small in which answers follow from others. */
export const derivingDefinition = (): Questionnaire => ({
  id: 'folgen',
  version: '1.0.0',
  title: 'Was folgt',
  unit: 'gemeinde',
  frist: '2999-12-31',
  introduction: [],
  reasons: [{ code: 'bestand', label: 'Es ist so' }],
  sections: [
    {
      id: 'alles',
      title: 'Alles',
      questions: [
        { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Wer?', comment: false },
        { number: 'F2', id: 'plan', kind: 'count', title: 'Wie viele Pläne?', label: 'Pläne' },
        {
          number: 'F3',
          id: 'alter',
          kind: 'counts',
          title: 'Wie alt?',
          items: [
            { code: 'jung', label: 'jung' },
            { code: 'alt', label: 'alt' },
          ],
          notAvailable: 'Liegt nicht vor.',
        },
        {
          number: 'F4',
          id: 'wege',
          kind: 'choices',
          title: 'Welche Wege?',
          options: [
            { code: 'a', label: 'A' },
            { code: 'b', label: 'B' },
          ],
        },
        {
          number: 'F5',
          id: 'zeit',
          kind: 'shares',
          title: 'Wofür?',
          rest: 'zero',
          items: [
            { code: 'a', label: 'Gespräche' },
            { code: 'b', label: 'Wege' },
            { code: 'andere', label: 'Sonstiges', other: 'Was?' },
          ],
        },
        {
          number: 'F6',
          id: 'gruppe',
          kind: 'matrix',
          title: 'Wie gut?',
          rows: [
            { code: 'a', label: 'Männer' },
            { code: 'b', label: 'Frauen' },
          ],
          scale: [
            { code: 'schlecht', label: 'schlecht' },
            { code: 'gut', label: 'gut' },
          ],
        },
      ],
    },
  ],
  checks: [
    {
      id: 'alter_summe',
      kind: 'sum',
      severity: 'signal',
      parts: [{ question: 'alter' }],
      relation: 'equal',
      total: { variable: 'plan' },
      message: '{links} statt {rechts}: {abweichung}.',
    },
  ],
  notApplicable: [
    {
      id: 'ohne_plan',
      label: 'Niemand hat einen Plan',
      if: [{ numbers: [{ variable: 'plan' }], relation: 'equal', right: [{ value: 0 }] }],
      questions: ['alter', 'wege'],
    },
    { id: 'gruppe_gefragt', label: 'Nach Gruppen geantwortet', if: [{ answered: 'gruppe' }], questions: ['gruppe'] },
  ],
})
