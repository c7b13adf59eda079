const newest = 'neueste Abgabe von allen, die abgesendet haben'

/**
 * The files of an export: what each holds, what its name adds to that of the wave or the panel, and whose answers it
 * tells.
 */
export const exportFiles = {
  antworten: { label: 'Antworten', ending: '', filter: newest },
  anmerkungen: { label: 'Anmerkungen und Begründungen', ending: '-anmerkungen', filter: newest },
  begruendungen: { label: 'Begründungen', ending: '-begruendungen', filter: newest },
  codebuch: { label: 'Codebuch', ending: '-codebuch', filter: 'keiner' },
  ergaenzungen: { label: 'Ergänzte Werte', ending: '-ergaenzt', filter: newest },
  korrekturen: { label: 'Korrekturen des Feldbüros', ending: '-korrekturen', filter: newest },
  geaendert: { label: 'Was geändert wurde', ending: '-geaendert', filter: 'geltende Korrekturen' },
  qualitaet: { label: 'Qualität: wie oft jede Prüfung gilt', ending: '-qualitaet', filter: newest },
  umfeld: { label: 'Umfeld der Prüfungen: Register und Vorwelle', ending: '-umfeld', filter: newest },
  pruefregeln: { label: 'Prüfregeln für R (YAML)', ending: '-pruefregeln', filter: 'keiner' },
  pruefskript: { label: 'Skript in R zu den Prüfregeln', ending: '-pruefregeln', filter: 'keiner' },
  teilnehmende: { label: 'Teilnehmende und ihr Stand', ending: '-teilnehmende', filter: 'alle Gefragten' },
  qualifikation: { label: 'Qualifikation nach Kreis', ending: '', filter: 'wer an dem Tag eingesetzt ist' },
  zustaende: { label: 'Zustände von Werten', ending: '-zustaende', filter: newest },
  ruecklauf: { label: 'Rücklauf nach Gruppen', ending: '-ruecklauf', filter: 'alle Gefragten' },
  ausfaelle: { label: 'Fehlende Werte je Spalte', ending: '-ausfaelle', filter: newest },
  paket: { label: 'Archivpaket', ending: '-archiv', filter: 'alle Gefragten, mit ihrer neuesten Abgabe' },
  panel: { label: 'Panel', ending: '', filter: 'alle Gefragten, mit ihrer neuesten Abgabe' },
  'panel-breit': {
    label: 'Panel, eine Zeile je Einheit',
    ending: '-breit',
    filter: 'alle Gefragten, mit ihrer neuesten Abgabe',
  },
  'panel-codebuch': { label: 'Codebuch des Panels', ending: '-codebuch', filter: 'keiner' },
  croissant: { label: 'Beschreibung der Dateien als Croissant (JSON-LD)', ending: '-croissant', filter: 'keiner' },
  leseskript: { label: 'Skript in R, das die Dateien einliest', ending: '-lesen', filter: 'keiner' },
  seit: { label: 'Was seit einem Datenstand neu ist', ending: '-seit', filter: 'wer sich seitdem geändert hat' },
  suf: { label: 'Scientific-Use-File', ending: '-suf', filter: 'alle, die geantwortet haben, anonymisiert' },
  'suf-codebuch': { label: 'Codebuch des Scientific-Use-Files', ending: '-suf-codebuch', filter: 'keiner' },
  'suf-bericht': {
    label: 'Bericht zum Scientific-Use-File: Risiko und Eingriffe',
    ending: '-suf-bericht',
    filter: 'keiner',
  },
  uebergabe: { label: 'Übergabe der Kennzahlen', ending: '-uebergabe', filter: 'was freigegeben ist' },
  anhang: { label: 'Anhang der Kommentare: Auszüge', ending: '', filter: 'freigegebene Auszüge' },
  'anhang-zahlen': { label: 'Anhang der Kommentare: Anzahlen', ending: '-zahlen', filter: 'alle kodierten Texte' },
  kodierungen: { label: 'Kodierungen, eine Zeile je Text und Kategorie', ending: '-kodierungen', filter: newest },
  'kodierungen-breit': {
    label: 'Kodierungen, eine Zeile je Einheit',
    ending: '-kodierungen-breit',
    filter: newest,
  },
  beschreibung: { label: 'Beschreibung der Spalten', ending: '-beschreibung', filter: 'keiner' },
} as const

export type ExportFile = keyof typeof exportFiles

/** Those of a wave. */
export const waveFiles = [
  'antworten',
  'anmerkungen',
  'codebuch',
  'umfeld',
  'korrekturen',
  'ergaenzungen',
] as const satisfies readonly ExportFile[]

/** Those that say what is checked: no tables, the same in every format. */
export const ruleFileNames = ['pruefregeln', 'pruefskript'] as const satisfies readonly ExportFile[]

export type RuleFile = (typeof ruleFileNames)[number]

export type WaveFile = (typeof waveFiles)[number]

/** What texts of a wave are about, by one of its codebooks. */
export const codingFiles = ['kodierungen', 'kodierungen-breit'] as const satisfies readonly ExportFile[]

export type CodingFile = (typeof codingFiles)[number]

/** Those in which nobody can be recognised. */
export const scientificFiles = ['suf', 'suf-codebuch', 'suf-bericht'] as const satisfies readonly ExportFile[]

export type ScientificFile = (typeof scientificFiles)[number]
