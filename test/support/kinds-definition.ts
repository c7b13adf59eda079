import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { smallDefinition } from './definition.ts'

/** A small valid definition with the kinds of question that a definition of counts alone does not have. */
export function kindsDefinition(): Questionnaire {
  const { id, version, title, unit, frist, reasons } = smallDefinition()
  return {
    id,
    version,
    title,
    unit,
    frist,
    reasons,
    introduction: [],
    sections: [
      {
        id: 'alles',
        title: 'Alles',
        questions: [
          { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
          { number: 'F2', id: 'kommune', kind: 'text', title: 'Wie heißt sie?' },
          { number: 'F3', id: 'personen', kind: 'count', title: 'Wie viele Personen?', label: 'Personen' },
          { number: 'F4', id: 'stellen', kind: 'decimal', title: 'Wie viele Stellen?', label: 'VZÄ' },
          { number: 'F5', id: 'anteil', kind: 'percent', title: 'Welcher Anteil?', label: 'Prozent' },
          {
            number: 'F6',
            id: 'zeit',
            kind: 'shares',
            title: 'Wofür geht die Zeit hin?',
            items: [
              { code: 'a', label: 'Gespräche' },
              { code: 'b', label: 'Wege' },
              { code: 'c', label: 'Sonstiges', other: 'Und zwar' },
            ],
          },
          {
            number: 'F7',
            id: 'form',
            kind: 'choice',
            title: 'In welcher Form?',
            options: [
              { code: 'eigen', label: 'Selbst' },
              { code: 'anders', label: 'Anders', other: 'Und zwar' },
            ],
          },
          {
            number: 'F8',
            id: 'gruende',
            kind: 'choices',
            title: 'Die beiden wichtigsten Gründe?',
            exactly: 2,
            options: [
              { code: 'a', label: 'A' },
              { code: 'b', label: 'B' },
              { code: 'c', label: 'C' },
            ],
          },
          {
            number: 'F9',
            id: 'wege',
            kind: 'choices',
            title: 'Auf welchen Wegen?',
            atMost: 2,
            options: [
              { code: 'a', label: 'A' },
              { code: 'b', label: 'B' },
              { code: 'c', label: 'C' },
            ],
          },
          {
            number: 'F10',
            id: 'guete',
            kind: 'matrix',
            title: 'Wie gut ist die Zusammenarbeit?',
            rows: [
              { code: 'jobcenter', label: 'Jobcenter' },
              { code: 'weitere', label: 'Weitere Stelle', other: 'Welche?' },
            ],
            scale: [
              { code: 'schlecht', label: 'Schlecht' },
              { code: 'gut', label: 'Gut' },
            ],
          },
          { number: 'F11', id: 'orte', kind: 'gemeinden', title: 'Für welche Kommunen?' },
          {
            number: 'F12',
            id: 'kontakt',
            kind: 'contact',
            title: 'An wen können wir uns wenden?',
            comment: false,
            fields: [
              { code: 'name', label: 'Name', format: 'name' },
              { code: 'mail', label: 'E-Mail', format: 'mail' },
            ],
          },
        ],
      },
    ],
    checks: [
      { id: 'kommune_name', kind: 'name', severity: 'signal', variable: 'kommune' },
      {
        id: 'stellen_hoechstens',
        kind: 'compare',
        severity: 'signal',
        left: [{ variable: 'stellen' }],
        relation: 'atMost',
        right: [{ variable: 'personen' }],
        message: '{links} Stellen sind {abweichung} als {rechts} Personen.',
      },
      {
        id: 'personen_wandel',
        kind: 'change',
        severity: 'signal',
        variables: [{ variable: 'personen' }],
        weight: 0.25,
        tolerance: 2.5,
        message: '{posten}: jetzt {links}, zuletzt {rechts}, {abweichung}.',
      },
    ],
  }
}
