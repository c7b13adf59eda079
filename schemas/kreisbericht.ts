// Made from kreisbericht.schema.json by `npm run generate`.

export type Text = string

/**
 * What a Kreis knows of its Integrationsmanagement, each fact with its time and where it comes from. `stichtag kreisbericht` makes a report of it. What is left out, or null, is listed in the report under what is open.
 */
export interface KreisFacts {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  /**
   * Its full name: Landkreis Göppingen, Stadtkreis Ulm, Ortenaukreis.
   */
  kreis: string
  /**
   * The day of which the report speaks. What lies behind it is told as expected.
   */
  asOf: string
  /**
   * For trying out: the report says so.
   */
  invented?: true
  /**
   * Another title than: Integrationsmanagement im Landkreis …
   */
  title?: string
  /**
   * Who runs the Integrationsmanagement where, Kommunen by name.
   */
  providers?: Provider[]
  /**
   * How many Kommunen have which provider. A label names who it is, as in: in 20 Kommunen der Landkreis.
   */
  kommunenByProvider?: Item[]
  figures?: Figures
  /**
   * Who was reached. A label stands behind 'auf': Einzelpersonen, Familien.
   */
  reachedBy?: Item[]
  /**
   * How consultations were held. A label stands before 'statt': aufsuchend in der Wohnung, am Telefon.
   */
  consultationKinds?: Item[]
  /**
   * What consultations were mostly about, without figures, the most frequent first.
   */
  frequentTopics?: Ranking[]
  /**
   * What consultations were about, in figures. A label names the topic.
   */
  topics?: Item[]
  /**
   * How persons of the target group live. A label stands behind 'wohnen': in Gemeinschaftsunterkünften.
   */
  housing?: Item[]
  /**
   * Surveys, and how many Kommunen of the Kreis have answered.
   */
  participation?: Participation[]
  /**
   * What is not settled yet.
   */
  open?: OpenPoint[]
  /**
   * Paragraphs of one's own between what the figures say.
   */
  paragraphs?: OwnParagraph[]
}
export interface Provider {
  /**
   * own: each Kommune on its own. kommune: another Kommune. kreis: the Kreis. verbund: several together. free: a free provider.
   */
  kind: 'own' | 'kommune' | 'kreis' | 'verbund' | 'free'
  /**
   * Of another Kommune, a Verbund or a free provider.
   */
  name?: string
  kommunen: [NamedKommune, ...NamedKommune[]] | 'others'
  origin: Text
}
export interface NamedKommune {
  /**
   * Without what it is: Donzdorf.
   */
  name: string
  kind?: 'Stadt' | 'Gemeinde'
}
export interface Item {
  label: Text
  /**
   * @minItems 1
   */
  facts: [Fact, ...Fact[]]
}
/**
 * A value at a day or in a period. One of value, percent and share; value null: it is missing.
 */
export interface Fact {
  value?: number | null
  percent?: number
  /**
   * 1/3
   */
  share?: string
  /**
   * Without it the figure is exact.
   */
  precision?: 'about' | 'least' | 'most'
  at?: string
  /**
   * With until: the first day of a period.
   */
  from?: string
  /**
   * The last day of a period; without from, of all that was before.
   */
  until?: string
  /**
   * What the time is called where a day would be too precise: im Herbst 2017.
   */
  called?: string
  /**
   * For whom the figure is, where not for all: in den Gemeinden, für die der Landkreis zuständig ist. Only figures of the same scope are compared.
   */
  scope?: string
  /**
   * Which file, survey or page says so.
   */
  origin: string
  /**
   * It is expected, though its time is not behind asOf.
   */
  expected?: true
  /**
   * Of a missing value: why it is missing.
   */
  why?: string
}
/**
 * Figures at several times, each told with its change since the one before.
 */
export interface Figures {
  /**
   * Persons who work in the Integrationsmanagement of the Kreis.
   */
  staffPersons?: Fact[]
  /**
   * Their Vollzeitäquivalente; told together with the persons of the same time.
   */
  staffVzae?: Fact[]
  /**
   * Persons who belong to the target group.
   */
  targetPersons?: Fact[]
  /**
   * Persons of the target group who are looked after at a day.
   */
  caredPersons?: Fact[]
  /**
   * Of them, those who have an Integrationsplan.
   */
  personsWithPlan?: Fact[]
  /**
   * Persons with whom there was contact.
   */
  reachedPersons?: Fact[]
  /**
   * Consultations held.
   */
  consultations?: Fact[]
  /**
   * Integrationspläne made.
   */
  integrationPlans?: Fact[]
  /**
   * Grant of the Land, in Euro.
   */
  grantGranted?: Fact[]
  /**
   * What of it is used, in Euro.
   */
  grantUsed?: Fact[]
}
export interface Ranking {
  /**
   * @minItems 1
   */
  topics: [Text, ...Text[]]
  at?: string
  from?: string
  until?: string
  called?: Text
  origin: Text
}
export interface Participation {
  survey: Text
  asked: number
  /**
   * null: it must not be told.
   */
  answered: number | null
  origin: Text
}
export interface OpenPoint {
  /**
   * One sentence or two.
   */
  text: string
  /**
   * When it has to be settled.
   */
  until?: string
  origin?: Text
}
export interface OwnParagraph {
  /**
   * Behind what the figures say there; start and end stand alone.
   */
  section: 'start' | 'providers' | 'staff' | 'target' | 'counselling' | 'grant' | 'participation' | 'open' | 'end'
  heading?: Text
  /**
   * A blank line begins a new paragraph.
   */
  text: string
  origin?: Text
}
