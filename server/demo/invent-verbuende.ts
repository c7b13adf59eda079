import type { ImNummerRow, MitgliedRow } from '../registry/read-verbuende.ts'
import { Random } from './random.ts'
import { divide } from './steps.ts'

export interface Kommune {
  gkz: string
  name: string
  einwohner: number
  valid_from: string
}

export interface Kreis {
  kreis: string
  name: string
}

type Member = Pick<MitgliedRow, 'gkz' | 'verbund' | 'name' | 'gemeinde_valid_from'>

const validity = { valid_from: '2018-01-01', valid_to: null }
const allNumbers = 1_050
/** From this size on a Kommune is on its own. */
const large = 20_000

/** In the Landkreis Göppingen it was really so: these had Integrationsmanagement of their own, the Landkreis did it for all others. */
const real: Readonly<Record<string, readonly string[]>> = { 117: ['117015', '117018', '117019', '117026', '117042'] }

/** Invented Antragsverbünde for all Kommunen: alone, in groups, or under their Landkreis. */
export function inventVerbuende(kommunen: readonly Kommune[], kreise: readonly Kreis[]): MitgliedRow[] {
  const members = kreise.flatMap(({ kreis, name }) => {
    const all = kommunen.filter(({ gkz }) => gkz.startsWith(kreis))
    const random = new Random(`verbuende ${kreis}`)
    const alone = real[kreis] ?? all.filter(({ einwohner }) => einwohner >= large).map(({ gkz }) => gkz)
    const rest = all.filter(({ gkz }) => !alone.includes(gkz))
    const byLandkreis = kreis in real || random.chance(0.6)
    return [
      ...all.filter(({ gkz }) => alone.includes(gkz)).flatMap((one) => groupOf([one])),
      ...(byLandkreis
        ? rest.map(memberOf(`${kreis}000`, /kreis$/i.test(name) ? name : `Landkreis ${name}`))
        : groups(rest, random).flatMap(groupOf)),
    ]
  })
  return members.map((member) => ({ ...member, ...validity }))
}

/** Numbers for as many Integrationsmanager/-innen as there were, at least one in each Verbund, the others by inhabitants. */
export function inventImNummern(members: readonly MitgliedRow[], kommunen: readonly Kommune[]): ImNummerRow[] {
  const einwohner = new Map(kommunen.map((one) => [one.gkz, one.einwohner]))
  const sizes = new Map<string, number>()
  for (const { verbund, gkz } of members) sizes.set(verbund, (sizes.get(verbund) ?? 0) + (einwohner.get(gkz) ?? 0))
  const verbuende = [...sizes.keys()].sort()
  const more = divide(
    Math.max(0, allNumbers - verbuende.length),
    verbuende.map((verbund) => sizes.get(verbund) ?? 0),
    verbuende.map(() => 998),
  )
  return verbuende.flatMap((verbund, index) =>
    Array.from({ length: 1 + (more[index] ?? 0) }, (_, at) => {
      const running = String(at + 1).padStart(3, '0')
      return { im_nummer: `${verbund}-${running}`, verbund, ...validity }
    }),
  )
}

/** Groups of three to six. What is left over joins the last one. */
function groups(kommunen: readonly Kommune[], random: Random): Kommune[][] {
  const made: Kommune[][] = []
  for (let at = 0; at < kommunen.length; ) {
    const size = 3 + Math.floor(random.next() * 4)
    const some = kommunen.slice(at, at + size)
    const last = made.at(-1)
    if (some.length < 3 && last !== undefined) last.push(...some)
    else made.push(some)
    at += size
  }
  return made
}

/** A Verbund bears key and name of its largest Kommune. */
function groupOf(kommunen: readonly Kommune[]): Member[] {
  const [largest] = kommunen.toSorted((a, b) => b.einwohner - a.einwohner)
  if (largest === undefined) return []
  const others = kommunen.length - 1
  const name = others === 0 ? largest.name : `${largest.name} und ${others} weitere Kommunen`
  return kommunen.map(memberOf(largest.gkz, name))
}

const memberOf =
  (verbund: string, name: string) =>
  ({ gkz, valid_from }: Kommune): Member => ({ gkz, verbund, name, gemeinde_valid_from: valid_from })
