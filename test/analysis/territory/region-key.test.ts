import t from 'tap'
import { levelOf, readKey } from '../../../analysis/territory/region-key.ts'

const unit = (level: string, key: string) => ({ is: 'unit', level, key })
const keys: [string, object | undefined][] = [
  ['DG', unit('bund', 'DG')],
  ['D', unit('bund', 'DG')],
  ['08', unit('land', '08')],
  ['8', unit('land', '08')],
  ['081', unit('regierungsbezirk', '1')],
  ['117', unit('kreis', '117')],
  ['08117', unit('kreis', '117')],
  ['8117', unit('kreis', '117')],
  ['117019', unit('gemeinde', '117019')],
  ['08117019', unit('gemeinde', '117019')],
  ['8117019', unit('gemeinde', '117019')],
  ['081175001019', unit('gemeinde', '117019')],
  ['81175001019', unit('gemeinde', '117019')],
  ['081175001', { is: 'verband' }],
  ['09', { is: 'elsewhere', land: '09' }],
  ['9', { is: 'elsewhere', land: '09' }],
  ['091', { is: 'elsewhere', land: '09' }],
  ['010', { is: 'elsewhere', land: '01' }],
  ['09161', { is: 'elsewhere', land: '09' }],
  ['9161', { is: 'elsewhere', land: '09' }],
  ['11001001', { is: 'elsewhere', land: '11' }],
  ['091610000000', { is: 'elsewhere', land: '09' }],
  // Foreign keys come in lengths that ours do not have: parts of Samtgemeinden, districts of cities.
  ['03241001010', { is: 'elsewhere', land: '03' }],
  ['10041100500', { is: 'elsewhere', land: '01' }],
  ['0915', { is: 'elsewhere', land: '09' }],
  ['0334501407', { is: 'elsewhere', land: '03' }],
  ['0334501', { is: 'elsewhere', land: '03' }],
  ['08117500101', undefined],
  ['0811', undefined],
  ['00241001010', undefined],
  ['17', undefined],
  ['00', undefined],
  ['08517', undefined],
  ['517019', undefined],
  ['0811701', undefined],
  ['0811701900', undefined],
  ['0811X', undefined],
  ['08111KRSI', undefined],
  [' 08117', undefined],
  ['', undefined],
]
for (const [text, read] of keys) {
  t.test(`„${text}“ → ${read === undefined ? 'no key' : Object.values(read).join(' ')}`, async (t) => {
    t.strictSame(readKey(text), read)
  })
}

t.test('every unit keeps its level', async (t) => {
  for (const [, read] of keys) {
    if (read !== undefined && 'key' in read && 'level' in read) t.equal(levelOf(String(read.key)), read.level)
  }
})
