import { formatNumber } from '../../surveys/reading/number.ts'
import type { RiskReport } from './report.ts'

/** What a report says, for a page and a text: sentences, and tables whose first row names the columns. */
export interface ReportSection {
  title: string
  sentences: readonly string[]
  table?: { head: readonly string[]; rows: readonly (readonly string[])[] }
}

export function reportSections(report: RiskReport): ReportSection[] {
  return [
    whatIsIn(report),
    whatIsLeft(report),
    classesSection(report),
    whatWasDone(report),
    removedSection(report),
    notToConclude(report),
  ]
}

function whatIsIn({ k, units, leftOut, classes, fewestAlike }: RiskReport): ReportSection {
  return {
    title: 'Das Ergebnis',
    sentences: [
      `Die Datei enthält ${formatNumber(units)} Einheiten in ${formatNumber(classes.length)} Klassen aus Region und Größe; die ` +
        `kleinste hat ${classes[0]?.units ?? 0}, verlangt sind mindestens ${k}.`,
      leftOut === 0
        ? 'Niemand musste weggelassen werden.'
        : `Weggelassen sind ${formatNumber(leftOut)}: In ihrer Klasse wären es weniger als ${k}.`,
      `Region, Größe und alle Zahlen hat jede Einheit mit mindestens ${fewestAlike - 1} anderen gemeinsam. Wer diese Angaben ` +
        'kennt, findet deshalb keine einzelne Zeile.',
    ],
  }
}

const whatIsLeft = ({ uniques }: RiskReport): ReportSection => ({
  title: 'Wer ist einmalig?',
  sentences: [
    'Wie viele Einheiten die einzigen mit ihren Merkmalen sind, für jemanden, der diese Merkmale kennt: in den Daten des ' +
      'Hauses und in dieser Datei. Was Kommunen in Listen angekreuzt haben, steht in keinem Register. Wer es von einer ' +
      'Kommune aus anderer Quelle vollständig weiß, kann ihre Zeile erkennen.',
  ],
  table: {
    head: ['Bekannt', 'Einmalig vorher', 'Einmalig in der Datei'],
    rows: uniques.map(({ known, before, after }) => [
      known,
      formatNumber(before),
      after === null ? 'nicht enthalten' : formatNumber(after),
    ]),
  },
})

const classesSection = ({ classes }: RiskReport): ReportSection => ({
  title: 'Klassen',
  sentences: [
    'Eine Größe, in der zu wenige sind, steht mit der nächstkleineren zusammen; die Region ist in jeder Größe so fein, dass alle genügen.',
  ],
  table: { head: ['Klasse', 'Einheiten'], rows: classes.map(({ label, units }) => [label, formatNumber(units)]) },
})

function whatWasDone({ k, numbers, categories, touched }: RiskReport): ReportSection {
  return {
    title: 'Eingriffe',
    sentences: [
      'Jede Zeile hat eine gezogene Nummer, die nur für diesen Datenstand gilt; nach ihr sind die Zeilen geordnet.',
      `Zahlen (${formatNumber(numbers.columns)} Spalten, ${formatNumber(numbers.cells)} Werte): In jeder Klasse sind die beiden ` +
        `größten Werte auf den dritten gesenkt (${formatNumber(numbers.topCoded)} Werte). Dann steht statt der eigenen Zahl das ` +
        `Mittel einer Gruppe von mindestens ${k}, die sich in allen Zahlen ähnlich sind (${formatNumber(numbers.groups)} Gruppen), ` +
        'auf drei Stellen gerundet. Wo in einer Gruppe weniger als drei eine Zahl nannten, ist sie entfernt ' +
        `(${formatNumber(numbers.suppressed)} Werte).`,
      `Antworten aus Listen (${formatNumber(categories.columns)} Spalten, ${formatNumber(categories.cells)} Werte): Was in einer ` +
        'Klasse weniger als drei antworteten, ist entfernt, und so viele andere mit, dass mindestens drei fehlen und nicht alle ' +
        `dasselbe geantwortet hatten (${formatNumber(categories.suppressed)} Werte).`,
      'Statt eines entfernten Werts steht der Grund „datenschutz“.',
    ],
    ...(touched.length > 0 && {
      table: {
        head: ['Spalte', 'Entfernte Werte', 'Gesenkte Werte'],
        rows: touched.map(({ name, wave, suppressed, topCoded }) => [
          `${name} (${wave})`,
          formatNumber(suppressed),
          formatNumber(topCoded),
        ]),
      },
    }),
  }
}

const removedSection = ({ removed }: RiskReport): ReportSection => ({
  title: 'Entfernte Spalten',
  sentences: ['Kontaktdaten, Kommentare und Begründungen stehen in keiner Fassung dieser Datei. Außerdem fehlen:'],
  table: {
    head: ['Spalte', 'Was sie enthielt', 'Warum sie fehlt'],
    rows: [...new Map(removed.map(({ name, label, why }) => [name, [name, label, why]])).values()],
  },
})

const notToConclude = ({ k }: RiskReport): ReportSection => ({
  title: 'Was sich daraus nicht schließen lässt',
  sentences: [
    'Summen und Mittel je Klasse stimmen bis auf die gesenkten Werte und die Rundung. Streuungen sind zu klein, Zusammenhänge ' +
      `zwischen Zahlen zu groß: Von je ${k} oder mehr Zeilen mit denselben Zahlen zählt für einen Test nur eine.`,
    'Höchst- und Mindestwerte, einzelne große Kommunen und seltene Antworten lassen sich nicht auswerten. Entfernte Werte ' +
      'fehlen nicht zufällig.',
    'Eine Zeile ist keine Kommune: Was in ihr steht, hat keine einzelne so angegeben.',
    'Wo in einer Klasse alle dasselbe antworteten, ist die Antwort jeder Kommune dieser Klasse bekannt, ohne dass eine Zeile ' +
      'erkannt wird.',
    'Dateien verschiedener Datenstände, verschieden großer Klassen oder einer Welle und eines Panels nebeneinander schützen ' +
      'weniger: Geben Sie einer Stelle nur eine davon. Der Versuch, eine Kommune oder Person wiederzuerkennen, ist nicht erlaubt.',
  ],
})
