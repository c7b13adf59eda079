import t from 'tap'
import { codeAdvice } from '../../../server/domain/code-advice.ts'

t.test('what may be wrong with a typed code is said from the typed text alone', (t) => {
  const cases: [string, string][] = [
    ['7K3M-9QXA-4C7E', 'Eingegeben sind 12 Zeichen, ein Zugangscode hat 16. Es fehlt wohl eine ganze Gruppe.'],
    ['7K3M 9QXA', 'Eingegeben sind 8 Zeichen, ein Zugangscode hat 16. Es fehlen wohl 2 Gruppen.'],
    ['7k3m9qxa4c7', 'Eingegeben sind 11 Zeichen, ein Zugangscode hat 16. 5 fehlen.'],
    [
      '7K3M–9QX–4C7E–AAAA',
      'Eingegeben sind 15 Zeichen, ein Zugangscode hat 16. Bitte vergleichen Sie die 2. Gruppe: Jede hat 4 Zeichen.',
    ],
    ['7K3M9QXA4C7EAAA', 'Eingegeben sind 15 Zeichen, ein Zugangscode hat 16. Eines fehlt.'],
    ['7K3M-9QXA-4C7E-AAAAA', 'Eingegeben sind 17 Zeichen, ein Zugangscode hat 16. Eines ist zu viel.'],
    ['x', 'Eingegeben ist 1 Zeichen, ein Zugangscode hat 16. 15 fehlen.'],
    ['UK3M-9NXA-4C7E-AAAA', 'Ein U kommt in keinem Zugangscode vor, vielleicht ist es ein V.'],
    [
      'ÄK3M-9NXA-4C7E-AAA*',
      '„Ä“ und „*“ kommen in keinem Zugangscode vor. Eingegeben sind 14 Zeichen, ein Zugangscode hat 16. Bitte vergleichen Sie die 1. Gruppe: Jede hat 4 Zeichen.',
    ],
    [
      'OK3M-9BXA-4S4E-AAAA',
      'Leicht zu verwechseln: 0 (D, Q), B (8) und S (5). O und 0 gelten als gleich, I, L und 1 auch.',
    ],
    ['AAAA-CCCC-EEEE-FFFF', ''],
  ]
  for (const [typed, advice] of cases) t.equal(codeAdvice(typed), advice, typed)
  t.end()
})
