/**
 * A country for the trial. Only the Kommunen of Baden-Württemberg are real; those of the other Länder are invented, about as many as there
 * are, under keys that are free: the register knows keys of six digits without the Land, so a Land is a span of Kreise here.
 */

/** The servers, by their numbers from 1 on; each holds whole Länder, which lie side by side in the order of their keys. */
export const servers = [1, 2, 3] as const

export interface Land {
  /** The official number. */
  key: string
  name: string
  server: number
  gemeinden: number
  /** The first of its Kreise, and how many there are. */
  firstKreis: number
  kreise: number
}

/** What Baden-Württemberg has below. */
const firstInvented = 438

const invented = [
  ['09', 'Bayern', 1, 2056],
  ['06', 'Hessen', 1, 422],
  ['10', 'Saarland', 1, 52],
  ['07', 'Rheinland-Pfalz', 2, 2301],
  ['05', 'Nordrhein-Westfalen', 2, 396],
  ['03', 'Niedersachsen', 2, 939],
  ['04', 'Bremen', 2, 2],
  ['02', 'Hamburg', 2, 1],
  ['01', 'Schleswig-Holstein', 3, 1104],
  ['13', 'Mecklenburg-Vorpommern', 3, 725],
  ['12', 'Brandenburg', 3, 413],
  ['11', 'Berlin', 3, 1],
  ['14', 'Sachsen', 3, 416],
  ['15', 'Sachsen-Anhalt', 3, 218],
  ['16', 'Thüringen', 3, 606],
] as const

const perKreis = 200

export const laender: readonly Land[] = place()

function place(): Land[] {
  const placed: Land[] = [
    { key: '08', name: 'Baden-Württemberg', server: 1, gemeinden: 1101, firstKreis: 100, kreise: firstInvented - 100 },
  ]
  let firstKreis = firstInvented
  for (const [key, name, server, gemeinden] of invented) {
    const kreise = Math.ceil(gemeinden / perKreis)
    placed.push({ key, name, server, gemeinden, firstKreis, kreise })
    firstKreis += kreise
  }
  return placed
}

export interface InventedKreis {
  kreis: string
  land: Land
}

export const inventedKreise: readonly InventedKreis[] = laender
  .slice(1)
  .flatMap((land) => Array.from({ length: land.kreise }, (_, at) => ({ kreis: `${land.firstKreis + at}`, land })))

export interface InventedGemeinde {
  gkz: string
  name: string
  kreis: string
  population: number
}

/** By turns to the Kreise of their Land. */
export const inventedGemeinden: readonly InventedGemeinde[] = laender.slice(1).flatMap((land) =>
  Array.from({ length: land.gemeinden }, (_, at) => {
    const kreis = `${land.firstKreis + (at % land.kreise)}`
    const gkz = `${kreis}${String(1 + Math.floor(at / land.kreise)).padStart(3, '0')}`
    return { gkz, name: `Gemeinde ${gkz}`, kreis, population: 200 + ((Number(gkz) * 7919) % 60_000) }
  }),
)

/** The Land of a key, that of a Kommune or of a Kreis. */
export function landOf(key: string): Land {
  const kreis = Number(key.slice(0, 3))
  const found = laender.findLast(({ firstKreis }) => firstKreis <= kreis)
  if (found === undefined) throw new RangeError(`${key} lies in no Land`)
  return found
}

export const laenderOn = (server: number): readonly Land[] => laender.filter((land) => land.server === server)

/** The numbers of what people are asked and answer: those of a server begin with its own. */
export const idsOf = (server: number): { from: number; below: number } => ({
  from: server * 1_000_000_000,
  below: (server + 1) * 1_000_000_000,
})
