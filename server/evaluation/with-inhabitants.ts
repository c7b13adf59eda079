import type { Register } from '../../surveys/reading/register.ts'

/** The register with the inhabitants that Kommunen had in a state of the data: it knows today's alone. */
export function withInhabitants(
  register: Register,
  known: readonly { unit: string; einwohner: number | null }[],
): Register {
  const gemeinden = new Map(register.gemeinden)
  for (const { unit, einwohner } of known) {
    const { einwohner: _, einwohnerAm: __, ...kommune } = gemeinden.get(unit) ?? { name: unit }
    if (einwohner !== null) gemeinden.set(unit, { ...kommune, einwohner })
    else if (gemeinden.has(unit)) gemeinden.set(unit, kommune)
  }
  return { ...register, gemeinden }
}
