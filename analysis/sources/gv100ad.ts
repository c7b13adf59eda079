import { isDate } from '../../surveys/reading/dates.ts'
import { given as number } from './figure.ts'
import { gvLicence, gvPublisher, gvSeries } from './gv.ts'
import type { Period } from './period.ts'
import type { Reader, Series, Source } from './source.ts'

const width = 220
const kinds = new Set(['10', '20', '30', '40', '50', '60'])

/** Places of the fields that are read, counted from 1 as in the record description of Destatis (valid from 14.06.2000). */
const fields = {
  satzart: [1, 2],
  gebietsstand: [3, 10],
  land: [11, 12],
  regierungsbezirk: [13, 13],
  kreis: [14, 15],
  gemeinde: [16, 18],
  name: [23, 72],
  textkennzeichen: [123, 124],
  flaeche: [129, 139],
  bevoelkerung: [140, 150],
  maennlich: [151, 161],
} as const
type Field = keyof typeof fields

/** The directory of municipalities of Destatis, lines of fixed width: population and area. */
export const gv100ad: Source = {
  id: 'gv100ad',
  title: 'Gemeindeverzeichnis GV100AD',
  form: 'lines',
  // Kind of record, day, Land, the rest of the key, name; blanks at the end of a line may be cut.
  recognises: ({ rows }) => /^[1-6]0(?:19|20)\d{6}\d{2}[\d ]{10}\S/.test(rows[0]?.[0] ?? ''),
  open(_head, given, sink) {
    const populationDay = given.period
    if (populationDay === undefined || populationDay.months !== 0) {
      const sentence =
        'In der Datei steht nicht, für welchen Tag die Einwohnerzahlen gelten. Die Hinweise zur Datei nennen ihn; geben Sie ihn bitte an, zum Beispiel mit --zeit 2024-12-31.'
      return [{ line: 1, sentence }]
    }
    const day: Period = populationDay
    let asOf: string | undefined

    function take([text = '']: readonly string[], line: number) {
      if (text.trim() === '') return
      const refuse = (field: Field, sentence: string) => sink.refused({ line, column: spotOf(field), sentence })
      const field = (name: Field) => text.slice(fields[name][0] - 1, fields[name][1])
      if (text.length > width) {
        sink.refused({ line, sentence: `Die Zeile hat ${text.length} Zeichen statt höchstens ${width}.` })
        return
      }
      const satzart = field('satzart')
      if (!kinds.has(satzart)) return refuse('satzart', `Die Satzart „${satzart}“ gibt es nicht.`)
      const stand = field('gebietsstand').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
      if (!isDate(stand)) return refuse('gebietsstand', `„${field('gebietsstand')}“ ist kein Tag (JJJJMMTT).`)
      asOf ??= stand
      if (satzart === '40') {
        const key = (['land', 'regierungsbezirk', 'kreis'] as const).map(field).join('')
        const name = field('name').trim()
        return sink.passed(/^\d{5}$/.test(key) && name !== '' ? { line, key, name } : undefined)
      }
      if (satzart !== '60') return sink.passed()
      const keyFields = ['land', 'regierungsbezirk', 'kreis', 'gemeinde'] as const
      for (const name of keyFields) {
        if (!/^\d+$/.test(field(name))) return refuse(name, `„${field(name)}“ besteht nicht nur aus Ziffern.`)
      }
      const numbers = (['flaeche', 'bevoelkerung', 'maennlich'] as const).map((name) => {
        if (/^\d{11}$/.test(field(name))) return Number(field(name))
        refuse(name, `„${field(name).trim()}“ ist keine Zahl mit elf Ziffern.`)
        return undefined
      })
      const [hectares, people, men] = numbers
      if (hectares === undefined || people === undefined || men === undefined) return
      if (men > people) return refuse('maennlich', `${men} männliche Personen sind mehr als die ${people} insgesamt.`)
      const key = keyFields.map(field).join('')
      const spot = { line, key, keyColumn: spotOf('land'), name: field('name').trim() }
      const put = (series: Series, name: Field, value: number, period: Period) =>
        sink.found({ ...spot, column: spotOf(name), series, period, figure: number(value) })
      put(gvSeries.area, 'flaeche', hectares / 100, { start: stand, months: 0 })
      put(gvSeries.people, 'bevoelkerung', people, day)
      put(gvSeries.men, 'maennlich', men, day)
      put(gvSeries.women, 'bevoelkerung', people - men, day)
    }

    const reader: Reader = {
      take,
      end: () => ({
        title: 'Gemeindeverzeichnis GV100AD',
        source: gvPublisher,
        licence: gvLicence,
        ...(asOf === undefined ? {} : { asOf }),
      }),
    }
    return reader
  },
}

/** Fields have no names in the file; their places stand in the record description. */
function spotOf(field: Field): string {
  const [first, last] = fields[field]
  return first === last ? `${field}, Stelle ${first}` : `${field}, Stellen ${first}–${last}`
}
