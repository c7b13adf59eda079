import type { RequestKind } from '../../../persons/request-kinds.ts'

/** What can be done about a request on its page, and what elsewhere. */
export const requestAdvice: Record<RequestKind, string> = {
  auskunft:
    'Kreuzen Sie an, was diese Person betrifft, und laden Sie es als PDF für die Person herunter, auf Wunsch auch als JSON. ' +
    'Namen anderer machen Sie dabei unkenntlich.',
  berichtigung:
    'Kreuzen Sie an, was falsch ist; den neuen Text geben Sie im nächsten Schritt ein. Was abgesendet ist, wird als neue Fassung ' +
    'berichtigt, frühere Fassungen bleiben. Namen von Konten ändert die Administration unter Konten.',
  einschraenkung:
    'Kreuzen Sie an, was vorerst nicht benutzt werden darf. Es bleibt gespeichert, fehlt aber in Auswertungen, Dateien und auf den Seiten ' +
    'der Mitarbeitenden, bis Sie die Einschränkung hier wieder aufheben.',
  loeschung:
    'Kreuzen Sie an, was diese Person betrifft. Gelöscht wird erst, wenn eine zweite Person mit der Rolle Datenschutz zugestimmt hat.',
  widerspruch:
    'Ist der Widerspruch begründet, kreuzen Sie an, was zu löschen ist. Gelöscht wird erst, wenn eine zweite Person mit der Rolle ' +
    'Datenschutz zugestimmt hat.',
}
