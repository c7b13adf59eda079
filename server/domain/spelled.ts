/** How signs of codes are told on the phone: letters by the towns of DIN 5009, digits by their names. */
const names: Readonly<Record<string, string>> = {
  0: 'null',
  1: 'eins',
  2: 'zwei',
  3: 'drei',
  4: 'vier',
  5: 'fünf',
  6: 'sechs',
  7: 'sieben',
  8: 'acht',
  9: 'neun',
  A: 'Aachen',
  B: 'Berlin',
  C: 'Chemnitz',
  D: 'Düsseldorf',
  E: 'Essen',
  F: 'Frankfurt',
  G: 'Goslar',
  H: 'Hamburg',
  J: 'Jena',
  K: 'Köln',
  M: 'München',
  N: 'Nürnberg',
  P: 'Potsdam',
  Q: 'Quickborn',
  R: 'Rostock',
  S: 'Salzwedel',
  T: 'Tübingen',
  V: 'Völklingen',
  W: 'Wuppertal',
  X: 'Xanten',
  Y: 'Ypsilon',
  Z: 'Zwickau',
}

/** The groups of a code, each with how to say it. */
export function spelled(code: string): { group: string; words: string }[] {
  return code.split('-').map((group) => ({ group, words: [...group].map((sign) => names[sign] ?? sign).join(', ') }))
}
