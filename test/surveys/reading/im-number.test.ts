import t from 'tap'
import { checkImNumber, readImNumber } from '../../../surveys/reading/im-number.ts'
import type { Register } from '../../../surveys/reading/register.ts'
import { asksBack } from '../../support/asks-back.ts'

const numbers = (verbund: string, count: number) =>
  new Set(Array.from({ length: count }, (_, index) => `${verbund}-${String(index + 1).padStart(3, '0')}`))

const register: Register = {
  gemeinden: new Map([
    ['111000', { name: 'Stuttgart' }],
    ['117019', { name: 'Eislingen/Fils' }],
    ['117001', { name: 'Adelberg' }],
  ]),
  kreise: new Map([['117', 'Landkreis Göppingen']]),
  verbuende: new Map([
    ['111000', { name: 'Stuttgart', numbers: numbers('111000', 120) }],
    ['117000', { name: 'Landkreis Göppingen', numbers: numbers('117000', 12) }],
    ['117019', { name: 'Eislingen/Fils', numbers: numbers('117019', 2) }],
  ]),
}

const faulty: [typed: string, code: string, suggestion?: string][] = [
  ['111000001', 'separators', '111000-001'],
  ['111000 001', 'separators', '111000-001'],
  ['111000 - 001', 'separators', '111000-001'],
  ['111 000-001', 'separators', '111000-001'],
  ['111 000 001', 'separators', '111000-001'],
  ['111.000.001', 'separators', '111000-001'],
  ['111000–001', 'separators', '111000-001'],
  ['111000‑001', 'separators', '111000-001'],
  ['111000/001', 'separators', '111000-001'],
  ['111000_001', 'separators', '111000-001'],
  ['111000-1', 'running', '111000-001'],
  ['111000-01', 'running', '111000-001'],
  ['111000-0001', 'running', '111000-001'],
  ['111000 12', 'running', '111000-012'],
  ['11100012', 'digits'],
  ['111OOO-OO1', 'letters', '111000-001'],
  ['111ooo-ool', 'letters', '111000-001'],
  ['IIIOOO-OO1', 'letters', '111000-001'],
  ['08111000-001', 'leading08', '111000-001'],
  ['08111000001', 'leading08', '111000-001'],
  ['8111000-001', 'leading08', '111000-001'],
  ['08 111 000 001', 'leading08', '111000-001'],
  ['08117019-2', 'leading08', '117019-002'],
  ['111000', 'noRunning'],
  ['111000-', 'noRunning'],
  ['11100-001', 'digits'],
  ['1110000-001', 'digits'],
  ['111000-1001', 'digits'],
  ['1110000011', 'digits'],
  ['001', 'digits'],
  ['117001-001', 'gemeinde'],
  ['999000-001', 'unknownVerbund'],
  ['117019-003', 'unknownNumber'],
  ['117019-000', 'unknownNumber'],
  ['117019-3', 'unknownNumber'],
  ['117019003', 'unknownNumber'],
  ['OOOOOO-OOO', 'noNumber'],
  ['Stuttgart', 'noNumber'],
  ['keine', 'noNumber'],
  ['-', 'noNumber'],
  ['111000-001 und 111000-002', 'noNumber'],
]
for (const [typed, code, suggestion] of faulty) {
  t.test(`${typed}: ${code}`, async (t) => asksBack(t, readImNumber(typed, register), code, suggestion))
}

t.test('a number that exists is read', async (t) => {
  t.strictSame(readImNumber('111000-120', register), { number: '111000-120' })
  t.strictSame(readImNumber(' 117019-002 ', register), { number: '117019-002' })
})

t.test('a suggestion is always a number that exists, and is read without complaint', async (t) => {
  for (const [typed] of faulty) {
    const read = readImNumber(typed, register)
    if ('problem' in read && read.problem.suggestion !== undefined)
      t.strictSame(readImNumber(read.problem.suggestion, register), { number: read.problem.suggestion })
  }
})

t.test('the number of somebody else is recognised, with the right one offered', async (t) => {
  t.equal(checkImNumber('117019-002', '117019-002', register), undefined)
  const problem = checkImNumber('117019-001', '117019-002', register)
  t.equal(problem?.code, 'otherNumber')
  t.equal(problem?.suggestion, '117019-002')
  t.match(problem?.message, /117019-002.*117019-001/)
})

t.test('the own number holds even where the register no longer has it', async (t) => {
  t.equal(checkImNumber('117019-009', '117019-009', register), undefined)
  t.equal(checkImNumber('117019-008', '117019-009', register)?.code, 'unknownNumber')
})

t.test('what is wrong is named', async (t) => {
  const message = (typed: string) => checkImNumber(typed, '111000-001', register)?.message ?? ''
  t.match(message('111000-1'), 'Meinen Sie 111000-001 (Stuttgart)?')
  t.match(message('117000'), 'Antragsverbunds (Landkreis Göppingen)')
  t.match(message('117001-001'), 'Adelberg')
  t.match(message('117019-003'), 'die laufende Nummer 003 nicht')
})
