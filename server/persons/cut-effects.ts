/** What cutting the link between a person's number and the answers does, as people are told before they decide. */
export const cutEffects: readonly string[] = [
  'Die abgesendeten Antworten bleiben und zählen weiter. Danach findet niemand mehr, von wem sie sind: auch nicht für eine Auskunft ' +
    'oder Berichtigung, und mit anderen Erhebungen werden sie nicht mehr verbunden.',
  'Die Quittung bekommt eine neue Nummer. Wer die bisherige aufbewahrt hat, kann damit nichts mehr belegen.',
  'Zugangscodes, Anmeldungen, Kürzel, Kontaktdaten, der Entwurf mit seinen früheren Ständen und zu spät Eingegangenes sind weg. ' +
    'Das Formular lässt sich nicht mehr öffnen.',
  'Antworten und Bemerkungen, in denen die Nummer selbst steht, werden gelöscht.',
  'Im Register bleibt die Nummer. Es sagt nur, dass es sie in ihrem Verbund gibt, nicht wer sie hat und was geantwortet wurde.',
]
