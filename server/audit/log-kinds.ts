/** The kinds of entries of the log, in the order in which they are offered, each with the actions that are of it. */
export const logKinds = {
  downloads: { label: 'Downloads und Ausgaben', actions: ['download', 'export', 'log_exported', 'person_exported'] },
  anmeldungen: {
    label: 'Anmeldungen der Mitarbeitenden',
    actions: ['signed_in', 'signed_out', 'password_accepted', 'password_refused', 'code_refused', 'session_ended'],
  },
  konten: {
    label: 'Konten',
    actions: [
      'account_added',
      'account_reset',
      'account_disabled',
      'account_name_erased',
      'scope_set',
      'password_changed',
      'second_factor_set_up',
      'recovery_codes_issued',
    ],
  },
  erhebungen: {
    label: 'Erhebungen und Verzeichnis',
    actions: [
      'wave_created',
      'wave_open',
      'wave_closed',
      'wave_opening_planned',
      'wave_closing_planned',
      'wave_dates_changed',
      'wave_participants_changed',
      'wave_thanks_set',
      'trial_ended',
      'wave_seen',
      'frist_extended',
      'frist_given_back',
      'codes_issued',
      'registry_imported',
      'registry_undone',
      'responsibility_changed',
      'addresses_imported',
      'address_changed',
      'addresses_taken_over',
      'addresses_listed',
    ],
  },
  feldbuero: {
    label: 'Feldbüro: Notizen, wer ablehnt oder befreit ist, Antworten aus Dateien und von Papier',
    actions: [
      'note_added',
      'standing_set',
      'responses_imported',
      'paper_entered',
      'paper_dropped',
      'paper_taken',
      'scan_added',
      'scan_deleted',
    ],
  },
  korrekturen: {
    label: 'Korrekturen von Angaben',
    actions: ['amendments_listed', 'answers_amended', 'amendments_undone'],
  },
  rueckfragen: {
    label: 'Rückfragen',
    actions: [
      'query_asked',
      'query_closed',
      'query_taken',
      'figure_query_asked',
      'figure_query_answered',
      'figure_query_closed',
    ],
  },
  sendungen: {
    label: 'E-Mails',
    actions: [
      'mailing_planned',
      'job_stopped',
      'job_retried',
      'mails_sent',
      'mail_decided',
      'mails_returned',
      'test_mail_sent',
    ],
  },
  freigaben: {
    label: 'Vorschläge und Zustimmungen',
    actions: ['act_proposed', 'act_agreed', 'act_refused', 'act_withdrawn', 'act_void'],
  },
  schreiben: {
    label: 'Schreiben und neue Zugangscodes',
    actions: [
      'letters_listed',
      'letters_drawn',
      'letters_discarded',
      'letters_returned',
      'code_replaced',
      'carrier_code_replaced',
    ],
  },
  zugangscodes: { label: 'Falsche Zugangscodes', actions: ['codes_refused'] },
  personen: {
    label: 'Einsicht in einzelne Angaben, Suche, Löschung, Berichtigung, Einschränkung',
    actions: [
      'late_read',
      'form_seen',
      'paper_seen',
      'scan_seen',
      'hits_seen',
      'queries_listed',
      'person_searched',
      'person_erased',
      'person_corrected',
      'person_restricted',
      'person_lifted',
      'person_request_opened',
      'person_request_extended',
      'person_request_closed',
      'person_erasure_proposed',
      'person_erasure_withdrawn',
    ],
  },
  aufbewahrung: { label: 'Aufbewahrung', actions: ['retention_run', 'retention_set', 'archive_offer'] },
  verwaltungsdaten: { label: 'Verwaltungsdaten', actions: ['admindata.import', 'admindata.undo'] },
  kennzahlen: {
    label: 'Zahlen, die nach oben gehen: Eingang und Freigabe',
    actions: ['figures_given', 'figures_signed', 'figures_seen'],
  },
  berichte: { label: 'Berichte der Kreise: eigene Absätze', actions: ['paragraph_written'] },
  pruefung: { label: 'Zahlen, die angesehen und entschieden wurden', actions: ['numbers_screened', 'number_decided'] },
  vergleiche: { label: 'Gemerkte Vergleiche', actions: ['view_saved', 'view_renamed', 'view_deleted'] },
  texte: {
    label: 'Texte: gelesen, gezogen, Kategorien, Schwärzen, Veröffentlichung',
    actions: [
      'texts_read',
      'texts_drawn',
      'categories_changed',
      'text_prepared',
      'text_released',
      'text_release_ended',
      'texts_imported',
      'texts_undone',
      'redactions_decided',
      'redactions_undone',
      'plan_saved',
      'plan_changed',
      'plan_deleted',
    ],
  },
  sicherungen: {
    label: 'Sicherungen',
    actions: ['backup_made', 'backup_verified', 'backup_failed', 'backup_restored'],
  },
  /** What is noted of a form: shown only where it is asked for. */
  befragte: {
    label: 'Befragte: Anmeldung und Abgabe',
    actions: [
      'form_opened',
      'submission',
      'contact_changed',
      'query_answered',
      'session_dismissed',
      'delegation_made',
      'delegation_opened',
      'delegation_done',
      'delegation_revoked',
      'amendment_objected',
    ],
  },
} as const satisfies Record<string, { label: string; actions: readonly string[] }>

export type LogKind = keyof typeof logKinds

export const isLogKind = (text: string): text is LogKind => Object.hasOwn(logKinds, text)

/** Which entries are wanted; what is left out does not matter. */
export interface LogFilter {
  kind?: LogKind | undefined
  /** The name of an account. */
  account?: string | undefined
  wave?: string | undefined
  /** `2026-11-29`, in Berlin. */
  day?: string | undefined
}

/** A filter in words, as it is noted of a file. */
export function filterWords({ kind, account, wave, day }: LogFilter): string {
  const words = [
    ...(kind === undefined ? [] : [logKinds[kind].label]),
    ...(account === undefined ? [] : [`Konto ${account}`]),
    ...(wave === undefined ? [] : [`Erhebung ${wave}`]),
    ...(day === undefined ? [] : [day]),
  ]
  return words.join(', ') || 'keiner'
}
