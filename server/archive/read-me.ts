import type { ExportedWave, Origin } from '../export/origin.ts'
import type { SiteOperator } from '../operator/site-operator.ts'
import { manifestName, sumsName } from './manifest.ts'

interface Told {
  name: string
  waves: readonly ExportedWave[]
  origin: Origin
  operator: SiteOperator['facts']
  /** Whether comments are in it. */
  comments: boolean
}

/** What a package is, what lies where, how to quote it and who may use it. */
export function readMe({ name, waves, origin, operator, comments }: Told): string {
  const { state, at, program } = origin
  const who = operator.name ?? 'Betreiber der Erhebung (nicht genannt)'
  const titles = waves.map(({ instrument }) => instrument.title)
  const year = at?.slice(0, 4) ?? 'ohne Jahr'
  const about = waves.map(({ wave, stichtag }) => `Welle ${wave}${stichtag === null ? '' : `, Stichtag ${stichtag}`}`)
  return [
    `# ${name}`,
    '',
    `${[...new Set(titles)].join('; ')}. ${about.join('; ')}.`,
    `Datenstand ${state}${at === null ? '' : ` vom ${at}`}, geschrieben mit Stichtag ${program}.`,
    ...(waves.some(({ synthetic }) => synthetic) ? ['', '**Angaben in diesem Paket sind erfunden.**'] : []),
    '',
    '## Was wo liegt',
    '',
    '- `daten/FORMAT/`: dieselben Tabellen in jedem Format; bei CSV auch die Prüfungen als Regeln (YAML) mit einem Skript in R',
    '- `codebuch/`: alle Spalten mit Fragen im Wortlaut, Werten und Häufigkeiten: zum Lesen, für Archive (DDI) und für Programme',
    '- `fragebogen/`: der leere Fragebogen als PDF und als JSON',
    '- `methodik.md`: wie die Daten entstanden sind, mit allen Annahmen',
    `- \`${manifestName}\`: jede Datei mit Größe, Zeilen und SHA-256, und was in einem Format nicht Platz hat`,
    `- \`${sumsName}\`: zum Nachprüfen, \`sha256sum --check ${sumsName}\``,
    '',
    comments
      ? 'Kontaktdaten sind nicht enthalten. Kommentare sind enthalten: In ihnen kann von Personen die Rede sein.'
      : 'Kontaktdaten und Kommentare sind nicht enthalten. Begründungen und freie Texte sind es: In ihnen kann von Personen die Rede sein.',
    'Das Paket enthält Einzelangaben.',
    '',
    '## Wie man es zitiert',
    '',
    `${who} (${year}): ${[...new Set(titles)].join('; ')}. ${about.join('; ')}. Datenstand ${state}. Archivpaket ${name}.`,
    '',
    '## Wer es nutzen darf',
    '',
    `- Antworten: Darüber entscheidet ${who}. Eine Lizenz ist nicht festgelegt.`,
    '- Namen und Schlüssel der Kommunen und Kreise: © Statistisches Bundesamt (Destatis), 2025, Gemeindeverzeichnis GV-ISys; eigene Bearbeitung.',
    '- Regeln und Skripte: EUPL-1.2.',
    '',
  ].join('\n')
}
