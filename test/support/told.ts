import { isTold, type Told } from '../../analysis/disclosure/hidden.ts'

/** A figure that must not be hidden here. */
export function told(figure: Told<number> | undefined): number {
  if (figure === undefined || !isTold(figure)) throw new Error(`the figure is ${figure}`)
  return figure
}
