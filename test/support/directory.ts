import { readFileSync } from 'node:fs'
import { type Gazetteer, gazetteer } from '../../analysis/texts/redaction/gazetteer.ts'

const rowsOf = (file: string): string[][] =>
  readFileSync(new URL(`../../server/registry/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

/** The names of all Kommunen in the order of their keys. */
export const kommuneNames = (): string[] => rowsOf('gemeinden.csv').map(([, name = '']) => name)

export const kreisNames = (): string[] => rowsOf('kreise.csv').map(([, name = '']) => name)

/** All Kommunen and Kreise as they are found in texts. */
export const directory = (): Gazetteer =>
  gazetteer({
    gemeinden: new Map(rowsOf('gemeinden.csv').map(([gkz = '', name = '']) => [gkz, { name }])),
    kreise: new Map(
      rowsOf('kreise.csv').map(([kreis = '', name = '', typ = '']) => [
        kreis,
        /kreis$/i.test(name) ? name : `${typ} ${name}`,
      ]),
    ),
    verbuende: new Map([['115901', { name: 'Gemeindeverwaltungsverband Oberes Tal', numbers: new Set() }]]),
  })
