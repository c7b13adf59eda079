import fc from 'fast-check'
import t from 'tap'
import { typeOf, types, type VariableType } from '../../../surveys/types/index.ts'

const options = [
  { code: 'a', label: 'Eins' },
  { code: 'b', label: 'Zwei' },
]
const pieces = [...'aÖ1 0.,-/%', '117019 ', '2018', 'Dez ', '\r\n', 'k. A.']
const anyText = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 })

for (const name of Object.keys(types) as VariableType[]) {
  const { read, kept, field, shown, sends, longest, label, invent } = typeOf(name)
  const typed = fc.oneof(
    anyText,
    fc.constantFrom('1', 'a'),
    fc.nat(999).map((share) => invent(() => share / 1000)),
  )

  t.test(`${name}: a text is kept in one form, which says the same`, async () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = kept(text)
        const [before, after] = [read(text), read(once)]
        if (kept(once) !== once) return false
        const withoutCr = before.state === 'given' && String(before.value).replaceAll('\r\n', '\n')
        return before.state === after.state && (after.state !== 'given' || String(after.value) === withoutCr)
      }),
    )
  })

  t.test(`${name}: what was read is read again from its field, and can be shown`, async () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = read(text)
        if (found.state === 'blank') return true
        if (found.state === 'unreadable') return found.raw === text && found.message.endsWith('.')
        const again = read(field(found.value))
        return again.state === 'given' && again.value === found.value && shown(found.value, options) !== ''
      }),
    )
  })

  t.test(`${name}: what is invented can be sent and read`, async (t) => {
    t.not(label, '')
    for (const share of [0, 0.3, 0.999]) {
      const text = invent(() => share)
      if (text === '') continue
      t.ok(sends(text, options))
      t.ok(text.length <= longest)
      t.equal(read(text).state, 'given')
    }
  })
}

t.test('boxes and lists send only what stands in the page', async (t) => {
  t.notOk(typeOf('flag').sends('ja', []))
  t.ok(typeOf('choice').sends('b', options))
  t.notOk(typeOf('choice').sends('c', options))
})
