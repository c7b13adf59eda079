import { readFileSync } from 'node:fs'

/**
 * The Landkreis Göppingen as its report of 2018 tells it: Donzdorf, Ebersbach, Eislingen, Göppingen and Salach have Integrationsmanagement
 * of their own, the Landkreis carries it out for all others, with 10 persons and 8.05 VZÄ on 1 August 2018. Which person has
 * which share it does not say; these add up to that.
 */
export const alone = ['117015', '117018', '117019', '117026', '117042']
export const landkreis = '117000'

export const kommunen = readFileSync(new URL('../../server/registry/gemeinden.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('117'))
  .map((line) => line.slice(0, 6))

const names: Record<string, string> = {
  117015: 'Donzdorf',
  117018: 'Ebersbach an der Fils',
  117019: 'Eislingen/Fils',
  117026: 'Göppingen',
  117042: 'Salach',
}

const lines = (header: string, rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`

export const files = {
  verbuende: lines(
    'verbund,name,gkz,gueltig_ab',
    kommunen.map((gkz) =>
      alone.includes(gkz)
        ? `${gkz},${names[gkz]},${gkz},2018-01-01`
        : `${landkreis},Landkreis Göppingen,${gkz},2018-01-01`,
    ),
  ),
  nummern: lines('im_nummer,gueltig_ab', [
    ...numbers(16).map((number) => `${number},2018-01-01`),
    ...alone.map((gkz) => `${gkz}-001,2018-01-01`),
  ]),
  empfaenger: lines('empfaenger;art;name;gueltig_ab;gueltig_bis', [
    ...alone.map((gkz) => `${gkz};${gkz === '117042' ? 'gemeinde' : 'stadt'};${names[gkz]};01.01.2018;31.12.2024`),
    `${landkreis};kreis;Landkreis Göppingen;01.01.2018;`,
  ]),
  durchfuehrung: lines(
    'gkz;empfaenger;durchfuehrung;durch;gueltig_ab;gueltig_bis',
    kommunen.map((gkz) =>
      alone.includes(gkz) ? `${gkz};${gkz};selbst;;2018-01-01;2024-12-31` : `${gkz};${landkreis};kreis;;2018-01-01;`,
    ),
  ),
  einsaetze: lines('im_nummer;empfaenger;vzae;gueltig_ab', [
    ...numbers(10).map((number, at) => `${number};${landkreis};${at < 9 ? '0,80' : '0,85'};2018-01-01`),
    // Two successors and four of the former Sozialdienst.
    ...numbers(16)
      .slice(10)
      .map((number) => `${number};${landkreis};0,90;2018-11-01`),
  ]),
}

export function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${landkreis}-${String(at + 1).padStart(3, '0')}`)
}
