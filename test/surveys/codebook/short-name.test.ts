import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import t from 'tap'
import { baseName } from '../../../analysis/panel/base-variable.ts'
import { longestStem, shortName } from '../../../surveys/codebook/short-name.ts'
import { sha256 } from '../../../surveys/definition/canonical.ts'
import { loadDerived } from '../../../surveys/derived/load-derived.ts'

const lock: Record<string, string[]> = JSON.parse(
  await readFile(new URL('../../../surveys/definitions/columns.lock.json', import.meta.url), 'utf8'),
)
const derived = await loadDerived()
const names = [...new Set([...Object.values(lock).flat(), ...derived.map(({ name }) => name)])].filter(
  (name) => !name.endsWith('_fehlt'),
)
const bases = derived.filter(({ kind }) => kind === 'share').map(({ name }) => baseName(name))

t.test('no two published names fall together where they are shortened', async (t) => {
  const short = [...names, ...bases].map((name) => shortName(name))
  t.equal(new Set(short).size, short.length)
  t.ok(short.every((name) => name.length <= longestStem))
  t.equal(longestStem, 22)
})

t.test('what files were given out with never changes', async (t) => {
  const known = Object.entries(lock).filter(([file]) => /^umfrage-[0-4]\.v[12]\.json$/.test(file))
  const first = [...new Set(known.flatMap(([, of]) => of))].filter((name) => !name.endsWith('_fehlt')).sort()
  t.equal(
    sha256(first.map((name) => shortName(name)).join(' ')),
    '75aa78eadcca4b894d144056567729f4191e27aa49f99816d2b6008a2b770eae',
  )
  t.equal(shortName('zp_gesamt'), 'zp_gesamt')
  t.equal(shortName('zp_herkunft_unbekannt_anteil'), 'zp_herku_unbeka_anteil')
  t.equal(shortName('kriterium_sonstiges2_text'), 'kriteriu_sonstig2_text')
})

t.test('any name becomes short enough, and no shorter', async (t) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/), fc.integer({ min: 12, max: 32 }), (name, longest) => {
      t.equal(shortName(name, longest).length, Math.min(name.length, longest))
    }),
    { numRuns: 100 },
  )
})
