/** Stands where a figure would that tells of fewer than three, or from which such a figure could be worked out. */
export const hidden = 'verdeckt'
export type Hidden = typeof hidden

/** A figure, or the word that it must not be told. */
export type Told<Figure> = Figure | Hidden

export const isTold = <Figure>(figure: Told<Figure>): figure is Exclude<Figure, Hidden> => figure !== hidden
