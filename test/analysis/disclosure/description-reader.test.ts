import t from 'tap'
import { type Described, describeWave, type VariableDescription } from '../../../analysis/compare/describe-wave.ts'
import type { Grouping } from '../../../analysis/groups/grouping.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import { random } from '../../../analysis/stats/random.ts'
import { amount } from '../../support/amount.ts'
import { published } from '../../support/published.ts'
import { Reader } from '../../support/reader.ts'

/** What somebody said: the place of an answer, nothing, or that it is not known; or took no part. */
type Said = number | 'leer' | 'nicht_vorhanden' | 'keine_teilnahme'
const reasons = ['leer', 'nicht_vorhanden', 'keine_teilnahme'] as const

interface World {
  /** By item and unit. */
  said: Said[][]
  groups: string[]
}

const wave = 'umfrage-1'
const found = findVariable('zg_gruppe_duldung', [{ wave, instrument: await published(wave) }], [], () => [])
if ('problem' in found) throw new Error(found.problem)
const items = ['eins', 'zwei', 'drei'].map(
  (name): PanelVariable => ({
    ...found,
    name,
    kind: 'category',
    categories: ['a', 'b', 'c'].map((code) => ({ code, label: code })),
  }),
)

function draw(seed: number): World {
  const next = random(seed)
  const units = 8 + Math.floor(40 * next())
  const groups = 1 + Math.floor(5 * next())
  const rare = next() ** 2
  const [without, blank, unknown] = [0.15 * next(), 0.15 * next(), 0.1 * next()]
  const isThere = Array.from({ length: units }, () => next() >= without)
  return {
    said: items.map(() =>
      isThere.map((is): Said => {
        if (!is) return 'keine_teilnahme'
        if (next() < blank) return 'leer'
        if (next() < unknown) return 'nicht_vorhanden'
        return next() < rare ? Math.floor(3 * next()) : 0
      }),
    ),
    groups: isThere.map(() => String(Math.floor(groups * next() ** 1.5))),
  }
}

function describe({ said, groups }: World, isGrouped: boolean): VariableDescription[] {
  const units = groups.map((_group, index) => String(100_000 + index))
  const there = units.flatMap((_unit, index) => (said[0]?.[index] === 'keine_teilnahme' ? [] : [index]))
  const columns = items.map(({ name }, item) => {
    const own = there.map((index) => said[item]?.[index])
    return [
      name,
      {
        numbers: own.map((one) => (typeof one === 'number' ? one : null)),
        flagged: Uint8Array.from(own, (one) => Number(one === 'nicht_vorhanden')),
      },
    ] as const
  })
  const answers = { wave, units: there.map((index) => units[index] as string), columns: new Map(columns) }
  const codes = [...new Set(groups)].sort()
  const grouping: Grouping = { name: 'g', label: 'g', groups: codes.map((code) => ({ code, label: code })), of: groups }
  const panel = buildPanel(
    units,
    [answers],
    items.map(({ name }) => name),
  )
  const asked = { wave, variables: items, panel, indices: [...units.keys()], behind: undefined }
  return describeWave({ ...asked, ...(isGrouped && { grouping }) })
}

/** All that is printed of some units, as a reader writes it down; by name, the places. */
function readOne(
  reader: Reader,
  name: string,
  one: Described,
  said: readonly Said[],
  isTotal: boolean,
): Map<string, number> {
  const places = new Map<string, number>()
  const count = (what: Said) => said.filter((own) => own === what).length
  const tell = (figure: string, value: number | string, truth: number, all: number) => {
    // That all of them are the same is no count.
    places.set(figure, reader.read(`${name} ${figure}`, value, truth, { isKnown: truth === all }))
    return places.get(figure) as number
  }
  const n = said.filter((own) => typeof own === 'number').length
  // One each: all is hidden, and there is nothing beside it to hide.
  const isOneEach = n === 3 && [0, 1, 2].every((place) => count(place) === 1)
  const missing = said.length - n
  reader.addUp(
    // Of groups nothing is printed of it.
    reasons.map((reason) =>
      isTotal
        ? tell(reason, one.missing[reason] ?? 0, count(reason), missing)
        : reader.think(`${name} ${reason}`, count(reason), { isKnown: count(reason) === missing }),
    ),
    reader.know(`${name} missing`, missing),
  )
  if (one.result?.kind !== 'category') return places
  reader.addUp(
    one.result.distribution.categories.map((category, place) =>
      tell(`${place}`, category.count, count(place), isOneEach ? 1 : n),
    ),
    reader.know(`${name} answered`, n),
  )
  return places
}

/** What a reader finds; what groups have makes up what all have, and who took no part is the same in all items. */
function attack(world: World, described: readonly VariableDescription[]): string[] {
  const reader = new Reader(world.groups.length)
  const totals = described.map(({ variable, total, groups }, item) => {
    const said = world.said[item] as Said[]
    if (typeof total.units !== 'number') return undefined
    const whole = readOne(reader, variable.name, total, said, true)
    const own = new Set(groups.map(({ code }) => code))
    const parts = groups.map((group) =>
      readOne(
        reader,
        `${variable.name} ${group.code}`,
        group,
        said.filter((_one, index) => {
          const code = world.groups[index] as string
          return group.code === (own.has(code) ? code : 'uebrige')
        }),
        false,
      ),
    )
    for (const [figure, place] of whole)
      if (parts.some((part) => part.has(figure)))
        reader.addUp(
          parts.flatMap((part) => part.get(figure) ?? []),
          place,
        )
    return whole.get('keine_teilnahme')
  })
  const [first, ...others] = totals.filter((place) => place !== undefined)
  for (const other of others) reader.addUp([other], first as number)
  return reader.found().leaks
}

for (const isGrouped of [false, true])
  t.test(`answers and reasons, ${isGrouped ? 'in groups' : 'of all'}: no one and no two follows`, async (t) => {
    const leaks: string[] = []
    for (let seed = 0; seed < amount(150, 3_000); seed += 1) {
      const world = draw(seed)
      // One for each reason: all of that is hidden, and there is nothing beside it to hide.
      const isOneEach = world.said.some((said) =>
        reasons.every((one) => said.filter((own) => own === one).length === 1),
      )
      if (isOneEach) continue
      const found = attack(world, describe(world, isGrouped))
      if (found.length > 0) leaks.push(`${seed}: ${found.join(', ')}`)
    }
    t.comment(`${leaks.length} worlds leak`)
    t.strictSame(leaks.slice(0, 12), [])
  })
