/**
 * Joins to the participant `p` of a query what the register knows of the unit that is asked, now or in a state: a Kommune `g`, a
 * Zuwendungsempfänger `e`, the Verbund `v` of a person or one that is asked itself, a Kreis `k`. It is said here and nowhere else, as
 * text, since files are written by queries that are text.
 */
export function unitJoins(state?: string): string {
  const table = (name: string) => (state === undefined ? name : `${name}_in(${state})`)
  return `left join ${table('gemeinde')} g on g.gkz = p.gkz and g.valid_from = p.gemeinde_valid_from
    left join empfaenger e on e.empfaenger = p.empfaenger and e.valid_from = p.empfaenger_valid_from
    left join ${table('verbund')} v on v.verbund = ${verbundBehind}
    left join ${table('kreis')} k on k.kreis = p.kreis and k.valid_from = p.kreis_valid_from`
}

/** The number of the Verbund of a person, or of one that is asked itself. */
const verbundBehind = 'coalesce(left(p.im_nummer, 6), p.verbund)'

/** How a Kreis is called, in a row that goes by a name; as `kreisName` says it. */
export const kreisNameIn = (row: string) =>
  `case when ${row}.name ~* 'kreis$' then ${row}.name else ${row}.typ || ' ' || ${row}.name end`

/** The name of the unit, of a person that of the Verbund; null where nothing leads back to it any more. */
export const unitName = `coalesce(g.name, e.name, v.name, ${kreisNameIn('k')})`

/** The key of its Kreis, with which every key begins; null where nothing leads back to it. */
export const unitKreis = 'case when p.pseudonym is null then left(p.unit, 3) end'

/** Who stands behind its answers: itself, but of a person the Verbund; null where nothing leads back to it. */
export const unitBehind = 'coalesce(left(p.im_nummer, 6), case when p.pseudonym is null then p.unit end)'

/** Where its address is kept: that of a Kreis under the key that it has as a recipient, or as a Kommune. */
export const addressUnit = `case when p.kreis is null then p.unit else p.kreis || '000' end`
