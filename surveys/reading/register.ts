/** What is known of all who can be asked: Kommunen, Kreise and Antragsverbünde, by key. */
export interface Register {
  gemeinden: ReadonlyMap<string, { name: string; einwohner?: number }>
  /** The name with its type: `Landkreis Göppingen`. */
  kreise: ReadonlyMap<string, string>
  /** By their six digits. */
  verbuende: ReadonlyMap<string, Verbund>
}

export interface Verbund {
  name: string
  /** The numbers of its Integrationsmanager/-innen that exist, written in full: `111000-001`. */
  numbers: ReadonlySet<string>
  /** The keys of the Kommunen that belong to it. */
  members?: ReadonlySet<string>
}
