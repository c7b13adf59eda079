import type { Address } from '../registry/address.ts'

interface Named {
  key: string
  name: string
}

/** There is no such postcode: what is sent there reaches nobody. */
const postcode = '00000'

/** Invented addresses of Kommunen and of Landkreise that answer for some; a name that comes twice gets the key beside it. */
export function inventAddresses(kommunen: readonly Named[], landkreise: readonly Named[]): Address[] {
  const hosts = [...kommunen, ...landkreise].map(({ name }) => hostOf(name))
  const twice = new Set(hosts.filter((host, place) => hosts.indexOf(host) !== place))
  const host = ({ key, name }: Named) => (twice.has(hostOf(name)) ? `${hostOf(name)}-${key}` : hostOf(name))
  const invent = (
    one: Named,
    place: number,
    { recipient, street, box }: { recipient: string; street: string; box: string },
  ) => ({
    unit: one.key,
    recipient,
    person: '',
    street,
    postcode,
    place: one.name,
    mail: `${box}@${host(one)}.example`,
    // Numbers that are kept free for films and plays.
    phone: `030 23125 ${String(place % 1000).padStart(3, '0')}`,
  })
  return [
    ...kommunen.map((one, place) =>
      invent(one, place, { recipient: `Bürgermeisteramt ${one.name}`, street: 'Rathausplatz 1', box: 'rathaus' }),
    ),
    ...landkreise.map((one, place) =>
      invent(one, place, { recipient: one.name, street: 'Kreishausplatz 1', box: 'integration' }),
    ),
  ]
}

const hostOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
