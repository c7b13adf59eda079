/**
 * Whether a field of a participant, or without a field the whole form, is restricted in a state of the data, as SQL; null: now. Almost
 * nobody is restricted at all, and those who are not cost no call.
 */
export const isRestricted = (participant: string, field: string, asOf = 'null'): string =>
  `(${participant} in (select o.participant_id from restriction o) and is_restricted(${participant}, ${field}, ${asOf}))`
