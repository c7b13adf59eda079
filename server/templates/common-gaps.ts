/** What every template of a letter or a mail may leave a gap for, with what comes there. */
export const commonGaps = {
  anrede: '„Guten Tag“, mit der Ansprechperson, falls eine bekannt ist',
  kommune: 'Name der Kommune, der Stelle oder des Verbunds',
  kennung: 'GKZ, Nummer oder Schlüssel',
  erhebung: 'Titel der Erhebung',
  stichtag: 'Stichtag der Erhebung',
  frist: 'letzter Tag für Antworten, auch ein verlängerter',
  link: 'Adresse, unter der man sich mit dem Zugangscode anmeldet',
  betreiber: 'wer die Erhebung durchführt',
  stelle: 'wer Fragen beantwortet',
  telefon: 'dessen Telefonnummer',
  mail: 'dessen E-Mail-Adresse',
  sprechzeiten: 'wann jemand erreichbar ist',
} as const
