import type { RequestKind } from '../../../persons/request-kinds.ts'

/** What can be done about a request on its page, and what elsewhere. */
export const requestAdvice: Record<RequestKind, string> = {
  auskunft:
    'Kreuzen Sie an, was diese Person betrifft, und laden Sie es als PDF für die Person herunter, auf Wunsch auch als JSON. ' +
    'Namen anderer machen Sie dabei unkenntlich.',
  berichtigung:
    'Antworten ändert nur, wer sie gegeben hat: Bis zum Ende der Frist berichtigt die Kommune oder Person ihr Formular und sendet es ' +
    'neu ab. Bitte leiten Sie das Anliegen dorthin weiter und halten Sie unten fest, was daraus wurde.',
  einschraenkung:
    'Eine Sperre einzelner Texte gibt es hier nicht. Sehen Sie nach, wo Angaben stehen, vereinbaren Sie mit der Auswertung, dass sie ' +
    'nicht benutzt werden, und halten Sie das unten fest.',
  loeschung:
    'Kreuzen Sie an, was diese Person betrifft. Gelöscht wird erst, wenn eine zweite Person mit der Rolle Datenschutz zugestimmt hat.',
  widerspruch:
    'Ist der Widerspruch begründet, kreuzen Sie an, was zu löschen ist. Gelöscht wird erst, wenn eine zweite Person mit der Rolle ' +
    'Datenschutz zugestimmt hat.',
}
