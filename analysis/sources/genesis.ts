export const dataLicence = 'dl-de/by-2-0'

/** Who runs the database that a table comes from: the number of the table says it. */
export function publisherOf(text: string): string {
  if (/\d{5}-\d{4}(?!\d)/.test(text) && !/\d{5}-\d{2}-\d{2}/.test(text))
    return 'Statistisches Bundesamt (Destatis), GENESIS-Online'
  return 'Statistische Ämter des Bundes und der Länder, Regionaldatenbank Deutschland'
}
