import t from 'tap'
import { readSettings, type TypedSettings } from '../../../server/admindata/settings.ts'
import { catalogue } from '../../support/admindata.ts'
import { sentencesOf } from '../../support/sentences-of.ts'

const mapping = {
  source: 'Sozialministerium',
  licence: 'nach Absprache',
  region: { column: 'GKZ' },
  values: [{ column: 'Beginn', indicator: 'im_start' }],
}

t.test('what is said beside a file, and what of it has to be equal for the same file to mean the same', async (t) => {
  const folder = t.testdir({ 'zuordnung.json': JSON.stringify(mapping) })
  const settings = await readSettings(
    { mapping: `${folder}/zuordnung.json`, zeit: '2018-10', indikator: 'einwohner', strichIstNull: true },
    catalogue,
  )
  t.match(settings, {
    mapping,
    period: { start: '2018-10-01', months: 1 },
    indicator: 'einwohner',
    dashIsZero: true,
    skipFaulty: false,
  })
  const plain = await readSettings({}, catalogue)
  t.strictSame((await readSettings({}, catalogue)).identity, plain.identity)
  for (const typed of [
    { zeit: '2018' },
    { indikator: 'einwohner' },
    { strichIstNull: true },
    { ohneFehlerhafte: true },
  ]) {
    t.notSame((await readSettings(typed, catalogue)).identity, plain.identity, JSON.stringify(typed))
  }
})

const wrong: [string, TypedSettings, object | string, RegExp][] = [
  ['time', { zeit: 'Frühling' }, mapping, /^--zeit: „Frühling“ ist keine Zeit; erwartet wird 2018/],
  ['indicator', { indikator: 'nirgends' }, mapping, /^Den Indikator „nirgends“ gibt es nicht.*admindata catalogue/],
  [
    'a mapping that is not there',
    { mapping: 'nirgends.json' },
    mapping,
    /nirgends\.json lässt sich nicht lesen \(ENOENT\)/,
  ],
  ['a mapping that is no JSON', { mapping: 'm.json' }, '{ "source": ', /m\.json ist kein gültiges JSON/],
  ['no source', { mapping: 'm.json' }, { ...mapping, source: undefined }, /m\.json, .*source/],
  ['no licence', { mapping: 'm.json' }, { ...mapping, licence: '' }, /m\.json, \/licence/],
  ['region', { mapping: 'm.json' }, { ...mapping, region: 'GKZ' }, /m\.json, \/region/],
  [
    'two kinds of time',
    { mapping: 'm.json' },
    { ...mapping, period: { value: '2018', column: 1 } },
    /m\.json, \/period/,
  ],
  ['no values', { mapping: 'm.json' }, { ...mapping, values: [] }, /m\.json, \/values/],
  [
    'a factor',
    { mapping: 'm.json' },
    { ...mapping, values: [{ indicator: 'einwohner', factor: 0 }] },
    /values\/0\/factor/,
  ],
  ['a reason', { mapping: 'm.json' }, { ...mapping, missing: { 'n.v.': 'unklar' } }, /m\.json, \/missing/],
  ['a word that means nothing', { mapping: 'm.json' }, { ...mapping, spalte: 'GKZ' }, /m\.json, \/spalte/],
  [
    'an indicator in it',
    { mapping: 'm.json' },
    { ...mapping, values: [{ column: 1, indicator: 'x' }] },
    /Indikator „x“/,
  ],
]
for (const [what, typed, document, sentence] of wrong) {
  t.test(`is said before a file is read: ${what}`, async (t) => {
    const text = typeof document === 'string' ? document : JSON.stringify(document)
    const folder = t.testdir({ 'm.json': text })
    const placed = typed.mapping === undefined ? typed : { ...typed, mapping: `${folder}/${typed.mapping}` }
    const sentences = await sentencesOf(readSettings(placed, catalogue))
    t.ok(
      sentences.some((one) => sentence.test(one.replace(`${folder}/`, ''))),
      sentences.join('\n'),
    )
  })
}
