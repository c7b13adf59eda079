import type { Instrument } from '../compile/instrument.ts'
import type { Rules } from './rules.ts'

/**
 * Rules as YAML in the form that R's package validate reads. A text in JSON is one in YAML too; expressions
 * stand as they are, below a bar.
 */
export function rulesYaml({ id, version, title, hash }: Instrument, { rules, leftOut }: Rules): string {
  const lines = [
    `# Prüfungen von ${id}, Fassung ${version}: ${title.replaceAll(/\s+/g, ' ')}`,
    `# Prüfsumme des Fragebogens (SHA-256): ${hash}`,
    '# TRUE: passt. FALSE: passt nicht. NA: nicht entscheidbar, weil etwas fehlt oder es keinen Vergleich gibt.',
    '# Die Ausdrücke gelten den Spalten der Ausgabe (Antworten), eingelesen mit na.strings = "". Spalten, die mit',
    '# reg_ (Register) oder vw_ (Vorwelle) beginnen, stehen in der Datei „Umfeld“.',
    ...leftOut.map(({ name, because }) => `# Nicht enthalten: ${name} (${because})`),
    ...(rules.length === 0 ? ['rules: []'] : ['rules:']),
    ...rules.flatMap(({ expr, name, label, description, severity }) => [
      '- expr: |-',
      ...expr.split('\n').map((line) => `    ${line}`),
      `  name: ${JSON.stringify(name)}`,
      `  label: ${JSON.stringify(label)}`,
      `  description: ${JSON.stringify(description)}`,
      '  meta:',
      '    language: "R"',
      `    severity: ${JSON.stringify(severity)}`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}
