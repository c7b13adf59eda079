import t from 'tap'
import { checkGkz, checkName, readGkz } from '../../../surveys/reading/gkz.ts'
import type { Register } from '../../../surveys/reading/register.ts'
import { asksBack } from '../../support/asks-back.ts'

const register: Register = {
  gemeinden: new Map([
    ['111000', { name: 'Stuttgart' }],
    ['117019', { name: 'Eislingen/Fils' }],
    ['435016', { name: 'Friedrichshafen' }],
    ['315094', { name: 'St. Märgen' }],
  ]),
  kreise: new Map([
    ['111', 'Stadtkreis Stuttgart'],
    ['117', 'Landkreis Göppingen'],
    ['435', 'Landkreis Bodenseekreis'],
  ]),
  verbuende: new Map(),
}

const faulty: [typed: string, code: string, suggestion: string | undefined][] = [
  ['08435016', 'leading08', '435016'],
  ['8435016', 'lostZero', '435016'],
  ['084350016016', 'ars', '435016'],
  ['435 016', 'separators', '435016'],
  ['435.016', 'separators', '435016'],
  ['117', 'kreis', undefined],
  ['08117', 'kreis', undefined],
  ['111', 'kreis', '111000'],
  ['117000', 'verbund', undefined],
  ['435999', 'unknown', undefined],
  ['999999', 'unknown', undefined],
  ['43501', 'digits', undefined],
  ['4350167', 'digits', undefined],
  ['Eislingen', 'noKey', undefined],
]
for (const [typed, code, suggestion] of faulty) {
  t.test(`${typed}: ${code}`, async (t) => asksBack(t, readGkz(typed, register), code, suggestion))
}

t.test('a Stadtkreis is a Kommune', async (t) => t.strictSame(readGkz('111000', register), { gkz: '111000' }))
t.test('blanks around a key do not matter', async (t) => t.strictSame(readGkz(' 117019 ', register), { gkz: '117019' }))

t.test('the key of another Kommune is recognised, with the right one offered', async (t) => {
  t.equal(checkGkz('117019', '117019', register), undefined)
  const problem = checkGkz('435016', '117019', register)
  t.equal(problem?.code, 'otherKommune')
  t.equal(problem?.suggestion, '117019')
  t.match(problem?.message, /Eislingen\/Fils.*Friedrichshafen/)
})

t.test('a name must fit its key, spelled as people spell it', async (t) => {
  for (const name of ['Eislingen/Fils', 'eislingen / fils', 'Stadt Eislingen/Fils'])
    t.equal(checkName(name, '117019', register), undefined, name)
  t.equal(checkName('Sankt Märgen', '315094', register), undefined)
  t.equal(checkName('Göppingen', '117019', register)?.code, 'otherName')
})
