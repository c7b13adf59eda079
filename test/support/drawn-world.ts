import { random } from '../../analysis/stats/random.ts'
import { storeImNummern, storeVerbuende } from '../../server/store/verbuende.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { type Answers, addWave, populations, withRegistry } from './panel-world.ts'

interface Drawn {
  seed: number
  /** How many Kommunen are asked, in all parts of the country and of all sizes. */
  units: number
  /** Whole Kreise beside them. */
  kreise?: readonly string[]
}

const statuses = ['kontingent', 'gestattung', 'erlaubnis', 'duldung', 'ohne', 'nicht_eu', 'eu', 'andere'] as const

/** What all drawn answers come from, one number after the other. */
class Draw {
  readonly next: () => number

  constructor(seed: number) {
    this.next = random(seed)
  }

  /** A whole number below `most`. */
  count = (most: number): number => Math.floor(most * this.next())
  isSo = (share: number): boolean => this.next() < share
  one = (codes: readonly string[]): string => codes[this.count(codes.length)] as string
}

/**
 * Two waves of the Lage, with gaps and with answers that hardly anybody gives; the larger a Kommune, the more people it names
 * and the sooner it answers. Gives the Kommunen that were asked; a few of them only in one of the waves.
 */
export async function drawLage(world: FreshDatabase, { seed, units, kreise = [] }: Drawn): Promise<string[]> {
  const all = await withRegistry(world)
  const inhabitants = await populations(world)
  const draw = new Draw(seed)
  const sizes = [...inhabitants.values()].sort((a, b) => b - a)
  const large = sizes[Math.floor(units / 4)] ?? 0
  const every = Math.ceil((all.length - units / 4) / (0.75 * units))
  const asked = all.filter(
    (unit, place) => (inhabitants.get(unit) ?? 0) >= large || place % every === 0 || kreise.includes(unit.slice(0, 3)),
  )
  const levels = new Map(
    asked.map((unit) => [unit, Math.sqrt(inhabitants.get(unit) ?? 0) * (0.3 + draw.next() + draw.next() ** 4)]),
  )
  const lage = (change: number) => (unit: string) => {
    const isLarge = (inhabitants.get(unit) ?? 0) >= large
    if (draw.isSo(isLarge ? 0.1 : 0.3)) return undefined
    return lageAnswers(draw, (levels.get(unit) ?? 0) * (change + 0.3 * draw.next()))
  }
  await addWave(world, 'umfrage-1', asked.slice(0, -6), lage(0.9))
  await addWave(world, 'umfrage-4', asked.slice(4), lage(0.8))
  return asked
}

function lageAnswers(draw: Draw, level: number): Answers {
  const plan = 3 + draw.count(level / 2)
  const answers: Answers = { zp_gesamt: Math.round(level), im_plan: plan, im_kurs_jetzt: draw.count(plan) }
  answers.im_kurs_jetzt_unbekannt = draw.count(3)
  if (draw.isSo(0.9)) answers.im_kinder18 = draw.count(7)
  if (draw.isSo(0.05)) answers.zp_status_nv = true
  else for (const code of statuses) if (draw.isSo(0.99)) answers[`zp_status_${code}`] = draw.count(level / 8)
  if (draw.isSo(0.6)) answers.zg_gruppe_duldung = true
  if (draw.isSo(0.95)) answers.zg_gruppe_erlaubnis = true
  if (draw.isSo(0.02)) answers.zg_gruppe_eu = true
  return answers
}

const rarely = (draw: Draw, codes: readonly string[], rare: string) => (draw.isSo(0.02) ? rare : draw.one(codes))

/** The two waves of the Organisation, with a choice that hardly anybody makes. */
export async function drawOrganisation(world: FreshDatabase, asked: readonly string[], seed: number): Promise<void> {
  const draw = new Draw(seed)
  await addWave(world, 'umfrage-0', asked, () =>
    draw.isSo(0.1) ? undefined : { zustaendig: rarely(draw, ['kommune', 'landkreis', 'traeger'], 'andere') },
  )
  await addWave(world, 'umfrage-2', asked, () =>
    draw.isSo(0.15)
      ? undefined
      : {
          organisation: rarely(draw, ['kommune', 'traeger', 'landratsamt'], 'sonstiges'),
          ...(draw.isSo(0.8) ? { kriterium_qualifikation: draw.one(['gar_nicht', 'eher_wichtig']) } : {}),
        },
  )
}

const validity = { valid_from: '2018-01-01', valid_to: null }

/** One or two persons in each Kommune, which is a Verbund of its own, and what they answer in Umfrage 3. */
export async function drawPersons(world: FreshDatabase, units: readonly string[], seed: number): Promise<void> {
  const draw = new Draw(seed)
  const rows = await world.db
    .selectFrom('gemeinde')
    .select(['gkz', 'valid_from'])
    .where('gkz', 'in', units)
    .where('valid_to', 'is', null)
    .execute()
  await storeVerbuende(
    world.db,
    rows.map(({ gkz, valid_from }) => ({
      ...{ gkz, verbund: gkz, name: `Verbund ${gkz}`, gemeinde_valid_from: valid_from },
      ...validity,
    })),
    { synthetic: true },
  )
  const persons = units.flatMap((gkz) => [`${gkz}-001`, ...(draw.isSo(0.5) ? [`${gkz}-002`] : [])])
  await storeImNummern(
    world.db,
    persons.map((number) => ({ im_nummer: number, verbund: number.slice(0, 6), ...validity })),
  )
  await addWave(world, 'umfrage-3', persons, (): Answers | undefined => {
    if (draw.isSo(0.3)) return undefined
    const first = draw.count(60)
    return {
      zeit_sprechstunde: first,
      zeit_termin: 100 - first,
      klienten_anzahl: rarely(draw, ['unter_40', '40_59'], '60_79'),
      klienten_ohne_auftrag: draw.count(9),
    }
  })
}
