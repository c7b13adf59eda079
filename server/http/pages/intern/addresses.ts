/** The addresses of the pages of staff, said here and nowhere else. */
export const homeHref = '/intern'
export const signInHref = '/intern/anmelden'
export const codeHref = '/intern/anmelden/code'
export const setUpHref = '/intern/anmelden/einrichten'
export const signOutHref = '/intern/abmelden'
export const keepAliveHref = '/intern/sitzung'
export const accountHref = '/intern/konto'
export const passwordHref = '/intern/konto/kennwort'
export const recoveryHref = '/intern/konto/wiederherstellung'
/** What is being computed for an account. */
export const computationHref = (id: number | string) => `/intern/arbeit/${id}`
export const computationStopHref = (id: number | string) => `${computationHref(id)}/abbrechen`
export const waveHref = (wave: string) => `/intern/erhebungen/${wave}`
/** How the figures of a wave go up, and how they stand at a unit of a level. */
export const rollUpHref = (wave: string) => `${waveHref(wave)}/zusammenfuehrung`
export const rolledUpHref = (wave: string, level: string, unit: string) => `${rollUpHref(wave)}/${level}/${unit}`
export const handOverHref = (wave: string, level: string, unit: string) =>
  `${rolledUpHref(wave, level, unit)}/uebergabe`
/** Where every participant stands. */
export const responseHref = (wave: string) => `${waveHref(wave)}/ruecklauf`
/** The picture of it: by day, Kreis, section. */
export const responsePictureHref = (wave: string) => `${waveHref(wave)}/stand`
/** Its charts as files. */
export const responseChartHref = (wave: string, picture: string) => `${responsePictureHref(wave)}/bild/${picture}`
/** The list as a file. */
export const responseFileHref = (wave: string) => `${responseHref(wave)}/datei`
export const participantHref = (wave: string, unit: string) => `${waveHref(wave)}/teilnehmende/${unit}`
/** Its form as the participant itself sees it. */
export const participantFormHref = (wave: string, unit: string) => `${participantHref(wave, unit)}/fragebogen`
/** Another value than the one that was given. */
export const amendHref = (wave: string, unit: string, field = '') =>
  `${participantHref(wave, unit)}/korrigieren${field === '' ? '' : `?feld=${field}`}`
/** All such values of a wave, and a file with more of them. */
/** All fields of a question together. */
export const amendWholeHref = (wave: string, unit: string, question: string) =>
  `${amendHref(wave, unit)}?frage=${question}`
export const amendmentsHref = (wave: string) => `${waveHref(wave)}/korrekturen`
export const amendmentUndoHref = (wave: string) => `${amendmentsHref(wave)}/zuruecknehmen`
export const amendmentUploadHref = (wave: string) => `${amendmentsHref(wave)}/hochladen`
export const amendmentPreviewHref = (wave: string, upload: string) => `${amendmentsHref(wave)}/vorschau/${upload}`
/** Answers that came back in a file. */
export const returnedFileHref = (wave: string) => `${waveHref(wave)}/antworten-einlesen`
export const returnedFileUploadHref = (wave: string) => `${returnedFileHref(wave)}/hochladen`
export const returnedFilePreviewHref = (wave: string, upload: string) => `${returnedFileHref(wave)}/vorschau/${upload}`
/** Answers that came back on paper: of a wave, of one of those who were asked. */
export const papersHref = (wave: string) => `${waveHref(wave)}/papierboegen`
export const paperHref = (wave: string, unit: string) => `${papersHref(wave)}/${unit}`
export const paperEntryHref = (wave: string, unit: string) => `${paperHref(wave, unit)}/erfassen`
export const paperSettleHref = (wave: string, unit: string) => `${paperHref(wave, unit)}/abgleich`
export const paperDropHref = (wave: string, unit: string) => `${paperHref(wave, unit)}/verwerfen`
export const scanUploadHref = (wave: string, unit: string) => `${paperHref(wave, unit)}/scan`
export const scanHref = (wave: string, unit: string, scan: number | string) => `${scanUploadHref(wave, unit)}/${scan}`
export const scanDeleteHref = (wave: string, unit: string, scan: number | string) =>
  `${scanHref(wave, unit, scan)}/loeschen`
/** Whom to call first. */
export const callsHref = (wave: string) => `${waveHref(wave)}/anrufe`
/** Sheets to print, one for each call. */
export const callSheetsHref = (wave: string) => `${callsHref(wave)}/bogen`
/** What came of a call. */
export const callHref = (wave: string, unit: string) => `${participantHref(wave, unit)}/anruf`
/** What is asked back: of a wave, of one participant, of all whom a check finds. */
export const queriesOfWaveHref = (wave: string) => `${waveHref(wave)}/rueckfragen`
export const askManyHref = (wave: string) => `${queriesOfWaveHref(wave)}/pruefung`
/** The same to all who justify what a check finds with the same words. */
export const askAlikeHref = (wave: string, about: string, words: string) =>
  `${askManyHref(wave)}?${new URLSearchParams({ zu: about, worte: words })}`
export const queriesOfHref = (wave: string, unit: string) => `${participantHref(wave, unit)}/rueckfragen`
/** Letters with codes. */
export const lettersHref = (wave: string) => `${waveHref(wave)}/einladungen`
export const letterIssueHref = (wave: string, issue: number | string) => `${lettersHref(wave)}/ausgaben/${issue}`
export const letterStepHref = (wave: string, issue: number | string, step: LetterStep) =>
  `${letterIssueHref(wave, issue)}/${step}`
export type LetterStep = 'datei' | 'anschreiben' | 'bestaetigung' | 'verwerfen'
export const letterPreviewHref = (wave: string, letter: string) => `${lettersHref(wave)}/vorschau/${letter}`
export const returnedLettersHref = (wave: string) => `${lettersHref(wave)}/zurueck`
export const newCodesHref = (wave: string) => `${lettersHref(wave)}/neuer-code`
export const newCodeHref = (wave: string, unit: string) => `${newCodesHref(wave)}/${unit}`
/** A code for whoever answers for several Kommunen. */
export const carrierCodesHref = (wave: string) => `${lettersHref(wave)}/sammelzugang`
export const carrierCodeHref = (wave: string, verbund: string) => `${carrierCodesHref(wave)}/${verbund}`
export const newCodeMailHref = (wave: string, unit: string) => `${newCodeHref(wave, unit)}/mail`
export const newCodeLetterHref = (wave: string, unit: string) => `${newCodeHref(wave, unit)}/brief`
export const wavesHref = '/intern/erhebungen'
/** What is done with a wave, each at an address of its own. */
export type WaveStep =
  | 'ablauf'
  | 'oeffnen'
  | 'schliessen'
  | 'termine'
  | 'beteiligte'
  | 'gesehen'
  | 'dank'
  | 'papier'
  | 'fristen'
  | 'fristen/zuruecknehmen'
  | 'probelauf'
  | 'probelauf/beenden'
export const waveStepHref = (wave: string, step: WaveStep) => `${waveHref(wave)}/${step}`
/** The extension of one participant. */
export const ownFristHref = (wave: string, unit: string) => `${participantHref(wave, unit)}/frist`
export const registerHref = '/intern/verzeichnis'
export const registerUnitHref = (unit: string) => `${registerHref}/${unit}`
export const unitAddressHref = (unit: string) => `${registerUnitHref(unit)}/anschrift`
export const carrierHref = (unit: string) => `${registerUnitHref(unit)}/zustaendigkeit`
/** Files that were read into the register, and new ones. */
export const registerFilesHref = `${registerHref}/dateien`
export const registerUploadHref = `${registerFilesHref}/hochladen`
export const registerPreviewHref = (upload: string) => `${registerFilesHref}/vorschau/${upload}`
export const registerUndoHref = (number: number | string) => `${registerFilesHref}/${number}/zuruecknehmen`
export const addressUploadHref = `${registerHref}/anschriften/hochladen`
export const addressPreviewHref = (upload: string) => `${registerHref}/anschriften/vorschau/${upload}`
export const takeOverHref = (wave: string) => `${registerHref}/kontaktangaben/${wave}`
/** The Kreise, one of them, and a reminder to those of it. */
export const kreiseHref = '/intern/kreis'
export const kreisHref = (kreis: string) => `${kreiseHref}/${kreis}`
export const kreisReportHref = (kreis: string) => `${kreisHref(kreis)}/bericht`
export const kreisReportFileHref = (kreis: string, year: string, ending: string) =>
  `${kreisReportHref(kreis)}/${year}/datei/${ending}`
export const kreisParagraphHref = (kreis: string, year: string, section: string) =>
  `${kreisReportHref(kreis)}/${year}/${section}`
export const kreisReminderHref = (kreis: string, wave: string) => `${kreisHref(kreis)}/erinnern/${wave}`
/** How the persons in the register are qualified, by Kreis. */
export const qualificationHref = '/intern/qualifikation'
export const qualificationFileHref = `${qualificationHref}/datei`
export const approvalsHref = '/intern/freigaben'
export const approvalHref = (id: number | string) => `${approvalsHref}/${id}`
export const mailHref = '/intern/post'
/** The mails of one wave. */
export const mailOfWaveHref = (wave: string) => `${mailHref}?welle=${encodeURIComponent(wave)}`
/** What went out, or did not. */
export const outboxHref = '/intern/post/ausgang'
export const decideMailHref = (mail: number | ':mail') => `${outboxHref}/${mail}/entscheiden`
export const mailTemplateHref = (name: string) => `/intern/post/vorlagen/${name}`
/** Whom a mailing would go to, and the button that plans it. */
export const mailingHref = '/intern/post/sendung'
export const testMailHref = '/intern/post/test'
export const returnedMailHref = '/intern/post/zurueck'
export const jobsHref = '/intern/auftraege'
export const jobStepHref = (job: number | ':job', step: 'anhalten' | 'wiederholen' | ':step') =>
  `${jobsHref}/${job}/${step}`
export const demoMailHref = (file: string) => `/intern/demo-postfach/${file}`
export const demoMailboxHref = '/intern/demo-postfach'
/** Where to look first. */
export const screeningHref = (wave: string) => `${waveHref(wave)}/pruefen`
/** A decision on a number of a participant. */
export const screenedHref = (wave: string, unit: string) => `${screeningHref(wave)}/${unit}`
/** What corrections made of totals. */
export const changesHref = (wave: string) => `${waveHref(wave)}/geaendert`
export const changesFileHref = (wave: string) => `${changesHref(wave)}/datei`
/** How the answers stand to the checks. */
export const qualityHref = (wave: string) => `${waveHref(wave)}/qualitaet`
export const qualityFileHref = (wave: string) => `${qualityHref(wave)}/datei`
/** What is asked and what the columns of an export hold. */
export const codebookHref = (wave: string) => `${waveHref(wave)}/codebuch`
export const codebookFileHref = (wave: string) => `${codebookHref(wave)}/datei`
export const lateInputHref = (wave: string) => `${waveHref(wave)}/nach-der-frist`
export const comparisonHref = '/intern/vergleich'
export const comparisonScriptHref = (ending: string) => `/intern/vergleich/skript/${ending}`
export const comparisonPictureHref = (picture: string) => `/intern/vergleich/bild/${picture}`
/** Comparisons that are named, so that colleagues find them again. */
export const savedViewsHref = '/intern/vergleich/gemerkt'
export const savedViewHref = (view: number | ':view') => `${savedViewsHref}/${view}`
export const attritionHref = '/intern/ausfall'
export const attritionScriptHref = (ending: string) => `/intern/ausfall/skript/${ending}`
export const attritionPictureHref = (picture: string) => `/intern/ausfall/bild/${picture}`
export const descriptionsHref = '/intern/auswertung'
export const descriptionHref = (wave: string, question: string) => `/intern/auswertung/${wave}/${question}`
export const descriptionScriptHref = (wave: string, question: string, ending: string) =>
  `${descriptionHref(wave, question)}/skript/${ending}`
export const descriptionPictureHref = (wave: string, question: string, picture: string) =>
  `${descriptionHref(wave, question)}/bild/${picture}`
export const exportsHref = '/intern/exporte'
export const archiveHref = `${exportsHref}/paket`
/** The codebook of two waves together. */
export const panelCodebookHref = `${exportsHref}/codebuch`
export const panelCodebookFileHref = `${panelCodebookHref}/datei`
/** What a file for science of a wave would hold. */
export const riskHref = (wave: string) => `${exportsHref}/${wave}/risiko`
export const admindataHref = '/intern/verwaltungsdaten'
export const uploadHref = '/intern/verwaltungsdaten/hochladen'
export const previewHref = (upload: string) => `/intern/verwaltungsdaten/vorschau/${upload}`
export const undoHref = (batch: number | string) => `/intern/verwaltungsdaten/${batch}/zuruecknehmen`
export const operatorHref = '/intern/betreiber'
export const retentionHref = '/intern/fristen'
export const recordHref = '/intern/verarbeitung'
export const accountsHref = '/intern/konten'
export const personsHref = '/intern/personen'
export const personHref = (request: number | string) => `${personsHref}/${request}`
/** What is done with a request, each at an address of its own. */
export type PersonStep =
  | 'suche'
  | 'auswahl'
  | 'frist'
  | 'abschluss'
  | 'loeschung'
  | 'zustimmung'
  | 'zuruecknahme'
  | 'berichtigung'
  | 'einschraenkung'
  | 'aufhebung'
export const personStepHref = (request: number | string, step: PersonStep) => `${personHref(request)}/${step}`
export const logHref = '/intern/protokoll'
export const logFileHref = (format: string) => `/intern/protokoll/datei/${format}`
export const sessionHref = (id: number) => `/intern/konto/sitzungen/${id}`

export const isStaffAddress = (url: string): boolean => /^\/intern(?:$|[/?])/.test(url)

/** An address of staff to return to after the login, or ''. Anything that could lead elsewhere is dropped. */
export function safeStaffReturn(next: unknown): string {
  const known = typeof next === 'string' && /^\/intern(?:\/\w[\w.-]*)*(?:\?[\w.~%&=+,:-]*)?$/.test(next)
  return known && !next.startsWith(signInHref) && !next.startsWith(signOutHref) ? next : ''
}

/** A step of the login that leads to the place asked for. */
export const withNext = (href: string, next: string): string =>
  next === '' || next === homeHref ? href : `${href}?weiter=${encodeURIComponent(next)}`
