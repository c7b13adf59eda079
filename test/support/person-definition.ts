import type { Questionnaire } from '../../schemas/questionnaire.ts'

/** A small valid definition that Integrationsmanager/-innen answer, each for themselves. */
export function personDefinition(): Questionnaire {
  return {
    id: 'probe-personen',
    version: '1.0.0',
    title: 'Probe für Personen',
    unit: 'integrationsmanager',
    frist: '2019-11-25',
    introduction: ['Jede Person antwortet einmal.'],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [
      {
        id: 'person',
        title: 'Zur Person',
        questions: [
          { number: 'F1', id: 'im_nr', kind: 'im_number', title: 'Welche Nummer haben Sie?', comment: false },
          {
            number: 'F2',
            id: 'klienten',
            kind: 'count',
            title: 'Wie viele Personen begleiten Sie?',
            label: 'Personen',
          },
        ],
      },
    ],
    checks: [],
  }
}
