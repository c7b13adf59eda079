import type { Questionnaire } from '../../schemas/questionnaire.ts'

/** A small valid definition with every kind of question, to be spoiled or answered by tests. A new copy at each call. */
export function smallDefinition(): Questionnaire {
  return {
    id: 'probe',
    version: '1.0.0',
    title: 'Probe',
    unit: 'gemeinde',
    stichtag: '2018-12-15',
    frist: '2019-02-08',
    introduction: ['Stand {stichtag}, Frist {frist}.'],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [
      {
        id: 'eins',
        title: 'Eins',
        questions: [
          { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
          { number: 'F2', id: 'kuerzel', kind: 'text', title: 'Wer?', contact: true, comment: false },
          {
            number: 'F3',
            id: 'zg',
            kind: 'composite',
            title: 'Zielgruppe',
            parts: [
              {
                id: 'zg_gruppe',
                kind: 'choices',
                title: 'Gruppen',
                options: [
                  { code: 'a', label: 'A' },
                  { code: 'keine', label: 'Keine', exclusive: true },
                  { code: 'andere', label: 'Andere', other: 'Welche?' },
                ],
              },
              { id: 'zg_alter', kind: 'text', title: 'Ab welchem Alter?' },
              { id: 'zg_kriterien', kind: 'longtext', title: 'Weitere Kriterien' },
            ],
          },
          { number: 'F4', id: 'gesamt', kind: 'count', title: 'Wie viele am {stichtag}?', label: 'Personen' },
        ],
      },
      {
        id: 'zwei',
        title: 'Zwei',
        questions: [
          {
            number: 'F5',
            id: 'alter',
            kind: 'counts',
            title: 'Wie alt sind die Personen aus {F:gesamt}?',
            items: [
              { code: 'jung', label: 'jung' },
              { code: 'alt', label: 'alt' },
            ],
            unknown: 'ohne Angabe',
            notAvailable: 'Liegt nicht vor.',
          },
          {
            number: 'F6',
            id: 'betreut',
            kind: 'counts',
            title: 'Wer davon wird betreut?',
            items: [
              { code: 'jung', label: 'jung' },
              { code: 'alt', label: 'alt' },
            ],
          },
          { number: 'F7', id: 'anmerkungen', kind: 'longtext', title: 'Anmerkungen', comment: false },
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
        total: { variable: 'gesamt' },
        message: '{F:alter} ergibt {links}, {F:gesamt} ist {rechts}: {abweichung}.',
      },
      {
        id: 'gesamt_einwohner',
        kind: 'compare',
        severity: 'error',
        left: [{ variable: 'gesamt' }],
        relation: 'atMost',
        right: { register: 'einwohner' },
        message: '{links} sind mehr als die {rechts} Einwohner.',
      },
      {
        id: 'betreut_in_alter',
        kind: 'within',
        severity: 'signal',
        part: 'betreut',
        whole: 'alter',
        message: 'Betreut und {posten}: {links}, insgesamt {rechts}.',
      },
    ],
  }
}

/** The same with answers that follow from others: shares whose rest is 0, and what a total of 0 rules out. */
export function derivingDefinition(): Questionnaire {
  const { sections, ...definition } = smallDefinition()
  return {
    ...definition,
    sections: [...sections, { id: 'drei', title: 'Drei', questions: following }],
    notApplicable: [
      {
        id: 'niemand',
        label: 'Niemand wird betreut',
        if: [{ numbers: [{ variable: 'gesamt' }], relation: 'equal', right: [{ value: 0 }] }],
        questions: ['alter', 'wege'],
      },
      { id: 'gruppe_gefragt', label: 'Nach Gruppen geantwortet', if: [{ answered: 'gruppe' }], questions: ['gruppe'] },
    ],
  }
}

const following: Questionnaire['sections'][number]['questions'] = [
  {
    number: 'F8',
    id: 'wege',
    kind: 'choices',
    title: 'Welche Wege?',
    options: [
      { code: 'a', label: 'A' },
      { code: 'b', label: 'B' },
    ],
  },
  {
    number: 'F9',
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
    number: 'F10',
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
]
