/** Who answers, with what the register knows. */
export interface PanelUnit {
  /** The key of the Kommune, or the number of the person. */
  unit: string
  name: string
  kreis: string
  kreisName: string
  regierungsbezirk: string
  einwohner: number | undefined
}
