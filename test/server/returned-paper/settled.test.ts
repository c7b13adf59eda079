import t from 'tap'
import { kindOf } from '../../../server/returned-paper/scan-kind.ts'
import { settle } from '../../../server/returned-paper/settled.ts'
import { fileField } from '../../../surveys/form-file/file-field.ts'
import { published } from '../../support/published.ts'
import { wholePdf } from '../../support/whole-pdf.ts'

t.test('every planted difference is found, and no spelling is one', async (t) => {
  const both = await Promise.all(['umfrage-1', 'umfrage-3'].map((survey) => published(survey)))
  const variables = both.flatMap((one) => one.variables)
  const fields = variables.flatMap((variable) => fileField(variable, undefined) ?? [])
  const numbers = fields.filter(({ tick, options }) => tick === undefined && options.length === 0)
  const choice = fields.find(({ options }) => options.length > 1)
  const tick = fields.find((field) => field.tick !== undefined)
  const [a = '', b = '', c = '', d = ''] = numbers.flatMap(({ allowed, variable: { name } }) =>
    allowed.startsWith('ganze Zahl') ? [name] : [],
  )
  const [one = '', two = ''] = choice?.options.map(({ code }) => code) ?? []
  const [choiceName, tickName] = [choice?.variable.name ?? '', tick?.variable.name ?? '']
  const read = (first: Record<string, string>, second: Record<string, string>) =>
    settle(fields, [{ typed: first }, { typed: second }], new Map()).differing.map(({ variable: { name } }) => name)
  const typed = { [a]: '1204', [b]: '7', [choiceName]: one, [tickName]: 'ja' }
  t.strictSame(read(typed, { ...typed, [a]: '1.204', [b]: ' 7 ', [d]: ' ' }), [])
  // A digit turned, one too many, one left out, 0 and blank, another option, a tick, a word.
  const planted: [string, string][] = [
    [a, '1240'],
    [a, '12044'],
    [a, '124'],
    [b, ''],
    [c, '0'],
    [choiceName, two],
    [tickName, ''],
    [d, 'viele'],
  ]
  for (const [name, text] of planted) t.strictSame(read(typed, { ...typed, [name]: text }), [name], `${name}: ${text}`)
  const all = Object.fromEntries(planted)
  t.strictSame(read(typed, { ...typed, ...all }).toSorted(), Object.keys(all).toSorted(), 'all at once')

  const settled = settle(
    fields,
    [{ typed }, { typed: { ...typed, ...all } }],
    new Map([
      [a, { take: 1 }],
      [b, { other: '8' }],
      [d, { blank: true }],
    ]),
  )
  t.match(settled.texts, { [a]: '1204', [b]: '8' })
  t.strictSame(settled.open.map(({ variable: { name } }) => name).toSorted(), [c, choiceName, tickName].toSorted())
  t.match(settled.blanked, [{ readings: ['viele'] }])
})

t.test('a scan is what its bytes say', async (t) => {
  const of = (bytes: Buffer) => kindOf(bytes.subarray(0, 16), bytes.subarray(-1024))?.ending
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, 'x'), Buffer.from([0xff, 0xd9])])
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  t.strictSame([wholePdf(), jpeg, Buffer.concat([jpeg, Buffer.alloc(9)]), png].map(of), ['pdf', 'jpg', 'jpg', 'png'])
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const broken = [
    svg,
    wholePdf().subarray(0, 100),
    jpeg.subarray(0, 30),
    png.subarray(0, 60),
    Buffer.concat([svg, wholePdf()]),
    Buffer.alloc(0),
  ]
  t.strictSame(
    broken.map(of),
    broken.map(() => undefined),
  )
})
