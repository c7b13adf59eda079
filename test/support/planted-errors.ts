import type { Given } from '../../analysis/screening/gather.ts'
import type { ScreenedWorld } from './screened-world.ts'

type Numbers = Record<string, number>

/** A mistake that people make, and among whom the first is to make it: neither the largest nor the smallest. */
interface Mistake {
  what: string
  /** From the largest on. */
  from: number
  happens(given: Numbers, isNew: boolean): boolean
  makes(given: Numbers): Numbers
}

const swapped =
  (one: string, other: string): Mistake['makes'] =>
  (given) => ({
    [one]: given[other] ?? 0,
    [other]: given[one] ?? 0,
  })
const transposed = (number = 0) => Number(String(number).replace(/^(.)(.)/, '$2$1'))

const mistakes: readonly Mistake[] = [
  {
    what: 'times ten',
    from: 300,
    happens: ({ zp_gesamt = 0 }, isNew) => !isNew && zp_gesamt > 40,
    makes: ({ zp_gesamt = 0 }) => ({ zp_gesamt: zp_gesamt * 10 }),
  },
  {
    what: 'times ten, of somebody new',
    from: 150,
    happens: ({ im_gesamt = 0 }, isNew) => isNew && im_gesamt > 20,
    makes: ({ im_gesamt = 0 }) => ({ im_gesamt: im_gesamt * 10 }),
  },
  {
    what: 'transposed digits of the total',
    from: 40,
    happens: ({ zp_gesamt }, isNew) => !isNew && /^[12][5-9]\d$/.test(String(zp_gesamt)),
    makes: ({ zp_gesamt }) => ({ zp_gesamt: transposed(zp_gesamt) }),
  },
  {
    what: 'transposed digits of the plans',
    from: 20,
    happens: ({ im_plan }, isNew) => !isNew && /^1[4-9]\d$/.test(String(im_plan)),
    makes: ({ im_plan }) => ({ im_plan: transposed(im_plan) }),
  },
  {
    what: 'the number of the Landkreis',
    from: 100,
    happens: ({ zp_gesamt = 0 }, isNew) => !isNew && zp_gesamt > 40,
    makes: () => ({ zp_gesamt: 2417 }),
  },
  {
    what: 'percent instead of persons',
    from: 15,
    happens: ({ zp_geschlecht_maenner: men = 0, zp_geschlecht_frauen: women = 0 }, isNew) =>
      !isNew && men > 250 && women > 250,
    makes: () => ({ zp_geschlecht_maenner: 64, zp_geschlecht_frauen: 36 }),
  },
  {
    what: 'swapped kinds of status',
    from: 25,
    happens: ({ zp_status_erlaubnis: more = 0, zp_status_gestattung: less = 0 }, isNew) =>
      !isNew && less > 0 && more > less + 150,
    makes: swapped('zp_status_erlaubnis', 'zp_status_gestattung'),
  },
  {
    what: 'swapped classes of age',
    from: 35,
    happens: ({ zp_alter_ue25: more = 0, zp_alter_a18_25: less = 0 }, isNew) => !isNew && less > 0 && more > less + 200,
    makes: swapped('zp_alter_ue25', 'zp_alter_a18_25'),
  },
  {
    what: 'a digit lost',
    from: 12,
    happens: ({ zp_unterbringung_kommunal = 0 }, isNew) => !isNew && zp_unterbringung_kommunal > 200,
    makes: ({ zp_unterbringung_kommunal = 0 }) => ({
      zp_unterbringung_kommunal: Math.floor(zp_unterbringung_kommunal / 10),
    }),
  },
  {
    what: 'typed twice',
    from: 80,
    happens: ({ im_arbeit_befristet = 0 }, isNew) => !isNew && im_arbeit_befristet > 5,
    makes: ({ im_arbeit_befristet: own }) => ({ im_arbeit_befristet: Number(`${own}${own}`) }),
  },
]

export interface Planted {
  what: string
  unit: string
  /** What became of the true numbers. */
  wrong: Numbers
}

/** The same world with ten mistakes, each of somebody else. The reasons that were given stay. */
export function plantErrors(world: ScreenedWorld): { given: Map<string, Given>; planted: Planted[] } {
  const given = new Map(world.given)
  const planted: Planted[] = []
  const answered = world.units
    .filter(({ unit }) => given.has(unit))
    .sort((a, b) => (b.einwohner ?? 0) - (a.einwohner ?? 0))
  for (const { what, from, happens, makes } of mistakes) {
    const found = answered.slice(from).find(({ unit }) => {
      const isFree = planted.every((one) => one.unit !== unit)
      return isFree && happens(numbersOf(given.get(unit)), !world.last.has(unit))
    })
    const own = given.get(found?.unit ?? '')
    if (found === undefined || own === undefined) throw new Error(`nobody could make this mistake: ${what}`)
    const wrong = makes(numbersOf(own))
    planted.push({ what, unit: found.unit, wrong })
    given.set(found.unit, { ...own, answers: { ...own.answers, ...wrong } })
  }
  return { given, planted }
}

const numbersOf = (given: Given | undefined): Numbers =>
  Object.fromEntries(
    Object.entries(given?.answers ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
