/** A list of persons as a case system gives it out: some twice, some blank, some who began later or have ended. */
export function inventedPersons(amount: number): string {
  const random = drawing(20_181_215)
  const pick = (...from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const day = (from: number, to: number) => {
    const part = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0')
    return `${part(28)}.${part(12)}.${from + Math.floor(random() * (to - from + 1))}`
  }
  const rows = Array.from({ length: amount }, (_, at) => {
    const key = at > 0 && random() < 0.03 ? `A-${Math.floor(random() * at)}` : `A-${at}`
    const children = pick('0', '1', '2', '')
    return [
      key,
      day(2016, 2018),
      pick('', '', '', '', day(2018, 2019)),
      pick(day(1950, 2006), day(1990, 2006), ''),
      pick('w', 'männlich', 'w', 'männlich', '', 'd'),
      pick('syrisch', '475', 'Afghanistan', 'Türkei', 'Mali', 'Iran', 'Brasilien', 'unbekannt', '', 'Atlantis'),
      pick('GU', 'kommunal', 'Privatwohnung', '', 'Frauenhaus'),
      children,
      children === '0' ? pick('nein', '') : pick('ja', 'nein', '', 'k. A.'),
      pick('keine', 'A2', 'B1', 'C1', ''),
      pick('ja', 'nein', ''),
      pick('ja', 'nein', ''),
      pick('unbefristet', 'befristet', 'Ausbildung Vollzeit', 'Ausbildung Teilzeit', 'keine', '', 'Praktikum'),
    ]
  })
  const half = Math.floor(amount / 2)
  const lines = [
    headings,
    ...rows.slice(0, half),
    headings.map(() => ''),
    ...rows.slice(half),
    ['Summe', String(amount)],
  ]
  return `${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`
}

const headings = [
  'AZ',
  'Beginn Integrationsplan',
  'Planende',
  'Geburtsdatum',
  'Geschlecht',
  'Nationalität',
  'Wohnform',
  'Kinder unter 18',
  'Kinder unter 6',
  'Sprachniveau',
  'Maßnahme aktuell',
  'Maßnahme früher',
  'Beschäftigung',
]

/** The same numbers in each run (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
