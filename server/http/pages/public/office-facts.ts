import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import { defaultTerms } from '../../../retention/default-terms.ts'
import { siteRules } from '../../../retention/rules.ts'
import { lastingWords, termWords } from '../../../retention/words.ts'
import { fact } from './words.ts'

/** What is kept of those who are written to: what it is, what for, who gets it and for how long. The record says the same. */
export function officeFacts(): FactView[] {
  const withWave = `Speicherdauer: ${termWords(defaultTerms.contact)}`
  const { addresses, unusedAddresses, figurePlaces } = siteRules
  return [
    fact('Anschriften', [
      'Behörde, Ansprechperson, dienstliche Anschrift, E-Mail-Adresse und Telefonnummer',
      'Zweck: zu einer Erhebung einladen, daran erinnern und Rückfragen klären',
      `Speicherdauer: eine Anschrift, die nicht mehr gilt, ${lastingWords(addresses.minutes)} nach ${addresses.after}; ` +
        `eine, die niemand mehr braucht, ${lastingWords(unusedAddresses.minutes)} nach ${unusedAddresses.after}`,
    ]),
    fact('Briefe und E-Mails', [
      'wann welches Schreiben wohin ging und was daraus wurde; ohne Mailserver auch die E-Mail selbst, als Datei',
      'Zweck: niemanden doppelt anschreiben, Zurückgekommenes klären und zeigen, wer eingeladen war',
      'Empfänger: bei E-Mails, wer sie befördert; bei Briefen, wer sie druckt und zustellt',
      withWave,
    ]),
    fact('Rückfragen', [
      'wonach wir zu Ihren Antworten zurückfragen, was Sie darauf schreiben und mit welchem Kürzel',
      'Zweck: klären, ob eine Angabe stimmt, und sie berichtigen können',
      'Empfänger: wer einzelne Antworten sehen darf, und alle, die den Zugangscode haben',
      withWave,
    ]),
    fact('Bitten um Zuarbeit', [
      'wen jemand mit dem Zugangscode um einzelne Abschnitte bittet: Name, auf Wunsch eine E-Mail-Adresse und eine Nachricht, dazu wann der Link geöffnet und die Zuarbeit erledigt wurde',
      'Zweck: dass Kolleginnen und Kollegen ohne Zugangscode an ihrem Teil arbeiten und zu sehen ist, wer was ausgefüllt hat',
      'Empfänger: alle, die den Zugangscode haben; bei E-Mails, wer sie befördert',
      withWave,
    ]),
    fact('Überschriften eigener Tabellen', [
      'an welchen Überschriften einer eigenen Tabelle eine Zahl wiedererkannt wird, und in welches Feld sie gehört; die Tabelle selbst bleibt nicht',
      'Zweck: dass eine Kommune ihre Auswertung nur einmal zuordnen muss',
      'Empfänger: alle, die den Zugangscode haben',
      `Speicherdauer: ${lastingWords(figurePlaces.minutes)} nach ${figurePlaces.after}, oder bis jemand „Zuordnung vergessen“ wählt`,
    ]),
    fact('Antworten auf Papier', [
      'was zwei Mitarbeitende davon abtippen, bis es abgesendet ist, und Scans der Bögen',
      'Zweck: die Antworten ohne Tippfehler aufnehmen und nachsehen können, was auf dem Papier steht',
      'Empfänger: niemand außerhalb des Feldbüros',
      withWave,
    ]),
    fact('Notizen', [
      'was am Telefon oder auf anderem Weg besprochen wurde, auch warum jemand nicht teilnimmt',
      'Zweck: dass eine Auskunft nicht zweimal erfragt wird, gleich wer im Feldbüro abnimmt',
      'Empfänger: niemand außerhalb des Feldbüros',
      withWave,
    ]),
  ]
}
