import type { Questionnaire } from '../../schemas/questionnaire.ts'

/** A small valid definition that asks for months and days, also within a question of several parts. */
export function dateDefinition(): Questionnaire {
  return {
    id: 'probe-daten',
    version: '1.0.0',
    title: 'Probe für Daten',
    unit: 'gemeinde',
    frist: '2019-02-08',
    introduction: [],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [
      {
        id: 'beginn',
        title: 'Beginn',
        questions: [
          { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
          {
            number: 'F2',
            id: 'beginn',
            kind: 'date',
            precision: 'month',
            title: 'In welchem Monat haben Sie begonnen?',
            earliest: '2017-01',
          },
          {
            number: 'F3',
            id: 'beschluss',
            kind: 'date',
            precision: 'day',
            title: 'An welchem Tag wurde das beschlossen?',
            latest: '2018-12-15',
            severity: 'error',
            notAvailable: 'Der Tag ist nicht bekannt.',
          },
          {
            number: 'F4',
            id: 'foerderung',
            kind: 'composite',
            title: 'Förderung',
            parts: [
              { id: 'antrag', kind: 'date', precision: 'day', title: 'Tag des Antrags' },
              { id: 'personen', kind: 'count', title: 'Geförderte Personen', label: 'Personen' },
            ],
          },
        ],
      },
    ],
    checks: [],
  }
}
