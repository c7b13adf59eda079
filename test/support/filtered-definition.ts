import { readFileSync } from 'node:fs'
import type { CheckDefinition, Questionnaire } from '../../schemas/questionnaire.ts'

const following: CheckDefinition[] = JSON.parse(readFileSync(new URL('filtered-checks.json', import.meta.url), 'utf8'))

/**
 * A small survey in which most is asked only of some: a question, an item of every kind that can be, a whole section, filters that hang
 * on each other, two that hang on the last wave, on a number and on what was chosen, and one that hangs on the register.
 */
export function filteredDefinition(): Questionnaire {
  return {
    id: 'gefiltert',
    version: '1.0.0',
    title: 'Gefiltert',
    unit: 'gemeinde',
    stichtag: '2018-12-15',
    frist: '2019-02-08',
    introduction: [],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [
      {
        id: 'stelle',
        title: 'Koordinierende Stelle',
        questions: [
          {
            number: 'F1',
            id: 'stelle',
            kind: 'choice',
            title: 'Gibt es eine koordinierende Stelle?',
            options: [
              { code: 'ja', label: 'ja' },
              { code: 'geplant', label: 'geplant' },
              { code: 'nein', label: 'nein' },
            ],
          },
          {
            number: 'F2',
            id: 'stellen_zahl',
            kind: 'count',
            title: 'Wie viele Personen arbeiten dort?',
            label: 'Personen',
            notAvailable: 'Das wissen wir nicht.',
            asked: {
              if: [{ chosen: 'stelle', any: ['ja'] }],
              words: 'Nur wenn Sie in {F:stelle} „ja“ angegeben haben',
            },
          },
          {
            number: 'F3',
            id: 'stellen_alter',
            kind: 'counts',
            title: 'Wie alt sind die Personen aus {F:stellen_zahl}?',
            asked: {
              if: [{ numbers: [{ variable: 'stellen_zahl' }], relation: 'moreThan', right: [{ value: 0 }] }],
            },
            items: [
              { code: 'jung', label: 'jung' },
              { code: 'alt', label: 'alt' },
            ],
            unknown: 'ohne Angabe',
          },
        ],
      },
      {
        id: 'beratung',
        title: 'Beratung',
        questions: [
          {
            number: 'F4',
            id: 'gesamt',
            kind: 'count',
            title: 'Wie viele Personen haben Sie beraten?',
            label: 'Personen',
          },
          {
            number: 'F5',
            id: 'wege',
            kind: 'choices',
            title: 'Auf welchen Wegen?',
            options: [
              { code: 'vor_ort', label: 'vor Ort' },
              {
                code: 'amt',
                label: 'in der Stelle',
                asked: { if: [{ chosen: 'stelle', any: ['ja', 'geplant'] }] },
              },
              { code: 'andere', label: 'anders', other: 'Wie?' },
            ],
          },
          {
            number: 'F6',
            id: 'zeit',
            kind: 'shares',
            title: 'Wofür wird die Zeit verwendet?',
            rest: 'zero',
            items: [
              { code: 'gespraech', label: 'Gespräche' },
              { code: 'fahrt', label: 'Fahrten', asked: { if: [{ chosen: 'wege', any: ['vor_ort'] }] } },
              { code: 'sonst', label: 'Sonstiges', other: 'Was?' },
            ],
          },
          {
            number: 'F7',
            id: 'urteil',
            kind: 'matrix',
            title: 'Wie gut gelingt …',
            rows: [
              { code: 'beratung', label: 'die Beratung' },
              {
                code: 'abstimmung',
                label: 'die Abstimmung',
                asked: { if: [{ chosen: 'stelle', none: ['nein'] }] },
              },
            ],
            scale: [
              { code: 'schlecht', label: 'schlecht' },
              { code: 'gut', label: 'gut' },
            ],
          },
        ],
      },
      {
        id: 'weiter-gabe',
        title: 'Weitergabe',
        introduction: ['Hier geht es um Personen aus {F:gesamt}.'],
        asked: { if: [{ numbers: [{ variable: 'gesamt' }], relation: 'moreThan', right: [{ value: 0 }] }] },
        questions: [
          {
            number: 'F8',
            id: 'weitergabe',
            kind: 'count',
            title: 'Wie viele haben Sie weitergegeben?',
            label: 'Personen',
          },
          {
            number: 'F9',
            id: 'weitergabe_an',
            kind: 'text',
            title: 'An wen?',
            asked: {
              if: [{ numbers: [{ variable: 'weitergabe' }], relation: 'atLeast', right: [{ value: 1 }] }],
            },
          },
        ],
      },
      {
        id: 'frueher',
        title: 'Früher',
        questions: [
          {
            number: 'F10',
            id: 'veraenderung',
            kind: 'longtext',
            title: 'Was hat sich verändert?',
            asked: {
              if: [{ known: { last: 'gesamt' }, relation: 'moreThan', right: [{ value: 0 }] }],
              words: 'Nur wenn Sie in der letzten Erhebung Personen genannt haben',
            },
          },
          {
            number: 'F11',
            id: 'aussenstellen',
            kind: 'count',
            title: 'Wie viele Außenstellen gibt es?',
            label: 'Außenstellen',
            asked: {
              if: [{ known: { register: 'einwohner' }, relation: 'atLeast', right: [{ value: 15_000 }] }],
              words: 'Nur wenn die Kommune mindestens 15.000 Einwohner hat',
            },
          },
          {
            number: 'F12',
            id: 'stelle_seither',
            kind: 'text',
            title: 'Was wurde aus der Stelle?',
            asked: {
              if: [{ chosen: { last: 'stelle' }, any: ['ja', 'geplant'] }],
              words: 'Nur wenn Sie in der letzten Erhebung eine Stelle hatten oder planten',
            },
          },
        ],
      },
    ],
    checks: [
      {
        id: 'weitergabe_gesamt',
        kind: 'compare',
        severity: 'error',
        left: [{ variable: 'weitergabe' }],
        relation: 'atMost',
        right: [{ variable: 'gesamt' }],
        message: 'In {F:weitergabe} stehen {links}, in {F:gesamt} {rechts}.',
      },
      {
        id: 'alter_summe',
        kind: 'sum',
        severity: 'signal',
        parts: [{ question: 'stellen_alter' }],
        relation: 'equal',
        total: { variable: 'stellen_zahl' },
        message: '{F:stellen_alter} ergibt {links}, {F:stellen_zahl} ist {rechts}: {abweichung}.',
      },
      ...following,
    ],
  }
}
