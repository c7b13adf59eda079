import type { Series } from './source.ts'

export const gvPublisher = 'Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys'
export const gvLicence = 'Vervielfältigung und Verbreitung, auch auszugsweise, mit Quellenangabe gestattet'

const people = { statistic: 'GV-ISys', measure: 'bevoelkerung', labels: ['Bevölkerung'], unit: 'Anzahl' }
const sex = (attribute: string, label: string) => [{ variable: 'GES', attribute, label }]

/** What the directories of municipalities know. */
export const gvSeries = {
  people: { ...people, parts: [] },
  men: { ...people, parts: sex('GESM', 'männlich') },
  women: { ...people, parts: sex('GESW', 'weiblich') },
  area: { statistic: 'GV-ISys', measure: 'flaeche', labels: ['Fläche'], unit: 'km²', parts: [] },
  density: { statistic: 'GV-ISys', measure: 'dichte', labels: ['Einwohnerdichte'], unit: 'je km²', parts: [] },
} as const satisfies Record<string, Series>
