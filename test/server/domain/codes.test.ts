import t from 'tap'
import { hashAccessCode, hashOfBeginning, newAccessCode, readAccessCode } from '../../../server/domain/access-code.ts'
import { encode } from '../../../server/domain/crockford.ts'
import { newReceiptNumber, readReceiptNumber } from '../../../server/domain/receipt-number.ts'

t.test('a code is read as people type it', async (t) => {
  const code = '7K3M9QTV0BCD1EFG'
  for (const typed of ['7K3M-9QTV-0BCD-1EFG', '7k3m9qtv0bcd1efg', ' 7K3M 9QTV OBCD IEFG ', '7K3M–9QTV–oBCD–lEFG']) {
    t.equal(readAccessCode(typed), code, typed)
  }
  for (const typed of ['', '7K3M', '7K3M-9QTV-0BCD-1EFG-2', 'UUUU-UUUU-UUUU-UUUU'])
    t.equal(readAccessCode(typed), undefined, typed)
})

t.test('codes are 16 characters, and no two are the same', async (t) => {
  const codes = new Set(Array.from({ length: 100_000 }, newAccessCode))
  t.equal(codes.size, 100_000)
  for (const code of [...codes].slice(0, 100)) t.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
})

t.test('base 32 keeps all bits', async (t) => {
  t.equal(encode(Buffer.from('ffffffffff', 'hex')), 'ZZZZZZZZ')
  t.equal(encode(Buffer.from('0000000001', 'hex')), '00000001')
})

t.test('the hash of a code depends on the key, not on how it was typed', async (t) => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const hash = hashAccessCode('7K3M-9QTV-0BCD-1EFG', one)
  t.ok(hash.equals(hashAccessCode('7k3m 9qtv obcd iefg', one)))
  t.notOk(hash.equals(hashAccessCode('7K3M-9QTV-0BCD-1EFG', other)))
  t.notOk(hash.equals(hashAccessCode('7K3M-9QTV-0BCD-1EFH', one)))
})

t.test('codes that begin alike are known by their first group, which is not told', async (t) => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const hash = hashOfBeginning('7K3M-9QTV-0BCD-1EFG', one)
  t.equal(hash, hashOfBeginning('7k3m 0000 0000 0000', one))
  t.not(hash, hashOfBeginning('7K3N-9QTV-0BCD-1EFG', one))
  t.not(hash, hashOfBeginning('7K3M-9QTV-0BCD-1EFG', other))
  t.notMatch(hash, /7K3M/i)
})

t.test('a receipt number is read as it is dictated', async (t) => {
  const number = newReceiptNumber()
  t.match(number, /^Q-([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  t.equal(readReceiptNumber(number.toLowerCase().replaceAll('-', ' ').trim()), number)
  t.equal(readReceiptNumber('Q-12'), undefined)
})
