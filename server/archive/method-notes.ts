import { methodLabels } from '../../analysis/imputation/method.ts'
import { missingPlan } from '../../surveys/answer/missing.ts'
import { valuesUsed } from '../../surveys/codebook/values-used.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { ExportedWave } from '../export/origin.ts'

/** How far a questionnaire can be compared with another, question by question, in sentences. */
export interface Caveats {
  from: string
  to: string
  sentences: readonly string[]
}

/** How the data came about, and with which assumptions: each stands in the questionnaires, the concordance or the rules of the program. */
export function methodNotes(waves: readonly ExportedWave[], caveats: readonly Caveats[]): string {
  return [
    '# Methodik',
    '',
    ...waves.flatMap(waveLines),
    '## Werte',
    '',
    `- Maßgeblich ist die neueste Abgabe. Spalten gelten ${valuesUsed.amended.label}; Dateien mit „-erhoben“ im Namen ${valuesUsed.collected.label}.`,
    '- Jede Korrektur steht in „-korrekturen“: was angegeben war, was gilt, Grund und Quelle. Die Abgabe selbst bleibt, wie sie war.',
    '- Ergänzte Werte stehen nur in „-ergaenzt“, nie an der Stelle einer Antwort. Verfahren, in dieser Reihenfolge:',
    ...Object.entries(methodLabels).map(([name, label]) => `  - \`${name}\`: ${label}`),
    '- Ein leeres Feld ist keine 0. Warum ein Wert fehlt, steht in „_fehlt“ daneben, in Statistikdateien im Wert selbst:',
    '',
    '| Kürzel | Zahl | Stata | Bedeutung |',
    '|---|---|---|---|',
    ...Object.entries(missingPlan).map(
      ([code, { number, stata, label }]) => `| ${code} | ${number} | ${stata} | ${label} |`,
    ),
    '',
    '## Vergleichbarkeit',
    '',
    ...(caveats.length === 0 ? ['Ein Vergleich mit einer anderen Erhebung ist nicht festgehalten.', ''] : []),
    ...caveats.flatMap(caveatLines),
  ].join('\n')
}

function waveLines({ wave, stichtag, synthetic, instrument }: ExportedWave): string[] {
  const { id, version, hash, title, source, checks, assumed } = instrument
  return [
    `## ${title}`,
    '',
    `- Welle ${wave}, Fragebogen ${id}, Fassung ${version} (SHA-256 ${hash})`,
    ...(source === undefined ? [] : [`- Vorlage: ${source}`]),
    `- Stichtag: ${stichtag ?? 'keiner'}`,
    `- Gefragt: ${asked[instrument.unit]}`,
    ...(synthetic ? ['- Alle Angaben sind erfunden.'] : []),
    `- ${checks.length} Prüfungen, davon ${checks.filter(({ severity }) => severity === 'error').length}, die das Absenden verhindern; ` +
      'die übrigen fragen nach, und eine Begründung steht bei den Daten.',
    '',
    'Annahmen:',
    '',
    ...(assumed.length === 0 ? ['- keine'] : assumed.map((sentence) => `- ${sentence}`)),
    '',
  ]
}

const asked: Readonly<Record<Instrument['unit'], string>> = {
  gemeinde: 'Kommunen, eine Antwort je Kommune',
  integrationsmanager: 'Integrationsmanagerinnen und Integrationsmanager, eine Antwort je Person',
  zuwendungsempfaenger: 'Zuwendungsempfänger, eine Antwort je Empfänger',
  verbund: 'Antragsverbünde, eine Antwort je Verbund',
  kreis: 'Stadt- und Landkreise, eine Antwort je Kreis',
}

function caveatLines({ from, to, sentences }: Caveats): string[] {
  return [
    `### ${from} → ${to}`,
    '',
    ...(sentences.length === 0 ? ['- alle Fragen sind gleich geblieben'] : sentences.map((one) => `- ${one}`)),
    '',
  ]
}
