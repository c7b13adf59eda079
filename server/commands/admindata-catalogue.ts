import type { Indicator, SurveyVariable } from '../../schemas/indicators.ts'
import { defineCommand } from './command.ts'

const groups: Record<Indicator['group'], string> = {
  kommunen: 'Charakteristika der Kommunen und Kreise',
  rahmenbedingungen: 'Rahmenbedingungen der Integrationsarbeit',
  arbeit: 'Arbeit der Integrationsmanager/-innen',
  integration: 'Stand der Integration der Geflüchteten',
  weitere: 'Weitere',
}
const levels: Record<string, string> = {
  gemeinde: 'Kommunen',
  kreis: 'Kreise',
  regierungsbezirk: 'Regierungsbezirke',
  land: 'Land',
  bund: 'Deutschland',
  integrationsmanager: 'Integrationsmanager/-innen',
}
const frequencies = { jaehrlich: 'jährlich', monatlich: 'monatlich', einmal: '1x', zweimal: '2x' }

export const command = defineCommand({
  name: 'admindata catalogue',
  summary: 'Den Katalog der Indikatoren zeigen: Ebene, Zeitraum, Einheit, Quelle, Lizenz',
  usage: '[--json]',
  details: [
    'Der Katalog liegt in analysis/indicators: alle Variablen von Anhang 1 und die Bezugsgrößen dazu. Eigene Indikatoren',
    'kommen in eine weitere JSON-Datei in diesem Ordner; schemas/indicators.schema.json ergänzt und prüft sie im Editor.',
  ],
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { openCatalogue } = await import('../admindata/catalogue.ts')
    const { indicators, surveyVariables } = await openCatalogue()
    if (values.json) return io.json({ indicators: [...indicators.values()], surveyVariables })
    for (const [group, title] of Object.entries(groups)) {
      const figures = [...indicators.values()].filter((one) => one.group === group)
      const asked = surveyVariables.filter((one) => one.group === group)
      if (figures.length + asked.length === 0) continue
      io.print(`\n${title}`)
      for (const one of figures) for (const line of indicatorLines(one)) io.print(line)
      for (const one of asked) for (const line of surveyLines(one)) io.print(line)
    }
  },
})

function indicatorLines(one: Indicator): string[] {
  const where = one.levels.map((level) => levels[level]).join(', ')
  return [
    `  ${one.code}  ${one.label}`,
    `    ${where}; ${one.observed.text}, ${frequencies[one.frequency]}; ${one.unit}`,
    `    ${one.sources.join(', ')} (${one.dataset}); ${one.licence}`,
    ...(one.note === undefined ? [] : [`    ${one.note}`]),
  ]
}

function surveyLines(one: SurveyVariable): string[] {
  const asked = one.questions.map(({ survey, numbers = [] }) => [survey, numbers.join(', ')].filter(Boolean).join(' '))
  return [
    `  ${one.code}  ${one.label}`,
    `    ${levels[one.level]}; ${one.observed.text}, ${frequencies[one.frequency]}; ${one.unit}`,
    `    gefragt in ${asked.join('; ')}; ${one.licence}`,
  ]
}
